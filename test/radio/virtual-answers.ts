import { addressBytes, Op, word } from './hci';
import { BUFFER_BYTES, BUFFERS } from './virtual-links';

const VERSION_4_2 = 8;

/** What a virtual controller answers to a command that only asks, after the status; undefined: it is none of them. */
export function answerTo(opcode: number, publicAddress: string): readonly number[] | undefined {
  switch (opcode) {
    case Op.readLocalVersion:
      return [VERSION_4_2, 0, 0, VERSION_4_2, 0xff, 0xff, 0, 0];
    case Op.readBufferSize:
      return [0, 0, 0, 0, 0, 0, 0]; // none for BR/EDR: LE has its own
    case Op.readAddress:
      return addressBytes(publicAddress);
    case Op.readLeHostSupport:
      return [1, 0];
    case Op.leReadBufferSize:
      return [...word(BUFFER_BYTES), BUFFERS];
    case Op.leReadFeatures:
      return [0, 0, 0, 0, 0, 0, 0, 0];
    case Op.leReadListSize:
      return [8];
    case Op.leReadStates:
      return new Array<number>(8).fill(0xff);
    default:
      return undefined;
  }
}
