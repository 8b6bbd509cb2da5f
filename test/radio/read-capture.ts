import type { AirPacket } from './virtual-air';

const ATT_CHANNEL = 4;

/** A message of the attribute protocol, put together from its fragments. */
export interface AttMessage {
  readonly from: string;
  readonly to: string;
  /** opcode first */
  readonly bytes: Buffer;
}

/** Every whole ATT message that a device sent or was sent, in order. */
export function attMessages(capture: readonly AirPacket[], address: string): AttMessage[] {
  const messages: AttMessage[] = [];
  const growing = new Map<string, Buffer>();
  for (const { kind, from, to, bytes, isFirstFragment } of capture) {
    if (kind !== 'data' || (from !== address && to !== address)) continue;
    const whole = isFirstFragment ? bytes : Buffer.concat([growing.get(from) ?? Buffer.alloc(0), bytes]);
    growing.set(from, whole);
    if (whole.length < 4 || whole.length < 4 + whole.readUInt16LE(0)) continue;
    growing.delete(from);
    if (whole.readUInt16LE(2) === ATT_CHANNEL) messages.push({ from, to, bytes: whole.subarray(4) });
  }
  return messages;
}
