import type { Board } from '../../../../firmware/simulator/board';
import type { GattLink } from '../../../../firmware/simulator/radio';
import { fromHex, toHex } from '../../../link/hex';
import type { PipeAnswer, PipeAsk } from '../../../link/pipe';

/** Time that the board gets after each step, so that its firmware hears of it. */
const STEP_MS = 20;

/** Joins a simulated board's radio to the companion: does the steps it is asked for and answers each of them. */
export class RadioPipe {
  #link: GattLink | undefined;

  constructor(
    private readonly board: Board,
    private readonly answer: (message: PipeAnswer) => void,
  ) {}

  /** Does one step; a refusal of the board is an answer, too. */
  take(ask: PipeAsk): void {
    try {
      this.answer({ id: ask.id, value: toHex(this.#doStep(ask)) });
    } catch (error) {
      this.answer({ id: ask.id, error: error instanceof Error ? error.message.slice(0, 200) : 'failed' });
    }
    this.board.advance(STEP_MS);
  }

  #doStep({ step, service = '', characteristic = '', value = '' }: PipeAsk): Uint8Array {
    if (step === 'connect') {
      this.#link?.disconnect();
      const link = this.board.connect();
      link.onDisconnect = () => this.answer({ isDropped: true });
      this.#link = link;
    } else if (step === 'disconnect') {
      this.#link?.disconnect();
    } else if (!this.#link) {
      throw new Error('Not connected');
    } else if (step === 'read') {
      return this.#link.read(service, characteristic);
    } else {
      this.#link.write(service, characteristic, fromHex(value));
    }
    return new Uint8Array(0);
  }
}
