import { EventEmitter } from 'node:events';
import type { Transport } from 'ble-host';
import { ACL_PACKET, isPacketSent, word } from './hci';
import type { VirtualController } from './virtual-controller';

/** Attribute protocol (Bluetooth Core, Volume 3, Part F, section 3.4.8). */
const ATT_CHANNEL = 4;
const ERROR = 0x01;
const MTU_REQUEST = 0x02;
const MTU_RESPONSE = 0x03;
const PREPARE_WRITE = 0x16;
const EXECUTE_WRITE = 0x18;
const NOT_SUPPORTED = 0x06;

/** Between ble-host and its controller: what Espruino's Bluetooth does otherwise than a host that can do everything. */
export class EspruinoAtt extends EventEmitter implements Transport {
  /** Requests for long writes that were refused. */
  longWrites = 0;
  #ownPackets = 0;

  /** @param mtu 53 on Pixl.js, 131 on Bangle.js 2 (Espruino 2v29, targets/nrf5x) */
  constructor(
    private readonly controller: VirtualController,
    private readonly mtu: number,
  ) {
    super();
    controller.on('data', (packet: Buffer) => this.#receive(packet));
  }

  write(packet: Buffer): void {
    this.controller.write(opcodeOf(packet) === MTU_RESPONSE ? this.#withMtu(packet) : packet);
  }

  #receive(packet: Buffer): void {
    const opcode = opcodeOf(packet);
    if (opcode === PREPARE_WRITE || opcode === EXECUTE_WRITE) {
      this.longWrites++;
      const handle = packet.readUInt16LE(1) & 0xfff;
      const attribute = opcode === PREPARE_WRITE ? packet.subarray(10, 12) : word(0);
      const refusal = [ERROR, opcode, ...attribute, NOT_SUPPORTED];
      const l2cap = [...word(refusal.length), ...word(ATT_CHANNEL), ...refusal];
      this.controller.write(Buffer.from([ACL_PACKET, ...word(handle), ...word(l2cap.length), ...l2cap]));
      this.#ownPackets++;
    } else if (this.#ownPackets > 0 && isPacketSent(packet)) {
      this.#ownPackets--; // ble-host did not send it
    } else this.emit('data', opcode === MTU_REQUEST ? this.#withMtu(packet) : packet);
  }

  /** ble-host takes 517 and has no setting for less. */
  #withMtu(packet: Buffer): Buffer {
    const changed = Buffer.from(packet);
    changed.writeUInt16LE(Math.min(this.mtu, packet.readUInt16LE(10)), 10);
    return changed;
  }
}

/** The opcode of a packet that begins an ATT message; undefined for all others. */
function opcodeOf(packet: Buffer): number | undefined {
  const isFirst = packet[0] === ACL_PACKET && ((packet.readUInt16LE(1) >> 12) & 3) !== 1;
  return isFirst && packet.length > 9 && packet.readUInt16LE(7) === ATT_CHANNEL ? packet[9] : undefined;
}
