/** Host Controller Interface: the packets between a Bluetooth host and its controller (Bluetooth Core, Volume 4, Part E). */

/** First byte of a packet on the UART transport (Volume 4, Part A, section 2). */
export const COMMAND_PACKET = 1;
export const ACL_PACKET = 2;
const EVENT_PACKET = 4;

/** Opcodes, section 7. */
export const Op = {
  disconnect: 0x0406,
  readRemoteVersion: 0x041d,
  setEventMask: 0x0c01,
  reset: 0x0c03,
  readLeHostSupport: 0x0c6c,
  writeLeHostSupport: 0x0c6d,
  readLocalVersion: 0x1001,
  readBufferSize: 0x1005,
  readAddress: 0x1009,
  leSetEventMask: 0x2001,
  leReadBufferSize: 0x2002,
  leReadFeatures: 0x2003,
  leSetRandomAddress: 0x2005,
  leSetAdvertParameters: 0x2006,
  leSetAdvert: 0x2008,
  leSetScanResponse: 0x2009,
  leEnableAdvert: 0x200a,
  leSetScanParameters: 0x200b,
  leEnableScan: 0x200c,
  leConnect: 0x200d,
  leCancelConnect: 0x200e,
  leReadListSize: 0x200f,
  leClearList: 0x2010,
  leUpdateLink: 0x2013,
  leReadRemoteFeatures: 0x2016,
  leReadStates: 0x201c,
} as const;

/** Status codes, Volume 1, Part F. */
export const Status = {
  success: 0x00,
  unknownCommand: 0x01,
  unknownConnection: 0x02,
  timedOut: 0x08,
  disallowed: 0x0c,
  invalidParameters: 0x12,
  remoteEnded: 0x13,
  localEnded: 0x16,
} as const;

/** Subevents of LE Meta, section 7.7.65. */
export const LeEvent = { connected: 1, advert: 2, updated: 3, remoteFeatures: 4 } as const;

/** What was advertised, section 7.7.65.2. */
export const AdvertKind = { connectable: 0, scannable: 2, unconnectable: 3, scanResponse: 4 } as const;

export const word = (value: number): number[] => [value & 255, (value >> 8) & 255];

/** An address as it travels: six bytes, the last of the written form first. */
export const addressBytes = (address: string): number[] =>
  address
    .split(':')
    .reverse()
    .map((pair) => Number.parseInt(pair, 16));

/** An address as it is written, from six bytes as they travel. */
export const addressOf = (bytes: Uint8Array): string =>
  [...bytes]
    .reverse()
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join(':');

const event = (code: number, content: readonly number[]): Buffer =>
  Buffer.from([EVENT_PACKET, code, content.length, ...content]);

/** Section 7.7.14: a command is done. The first byte of `result` is its status. */
export const commandComplete = (opcode: number, result: readonly number[] = [Status.success]): Buffer =>
  event(0x0e, [1, ...word(opcode), ...result]);

/** Section 7.7.15: a command is under way, or refused. */
export const commandStatus = (opcode: number, status: number): Buffer =>
  event(0x0f, [status, 1, ...word(opcode)]);

/** Section 7.7.5. */
export const disconnected = (handle: number, reason: number): Buffer =>
  event(0x05, [Status.success, ...word(handle), reason]);

/** Section 7.7.12: the version of the other side's controller, here 4.2 of nobody in particular. */
export const remoteVersion = (handle: number): Buffer =>
  event(0x0c, [Status.success, ...word(handle), 8, 0xff, 0xff, 0, 0]);

/** Section 7.7.19: one packet has left the controller's buffer. */
export const packetSent = (handle: number): Buffer => event(0x13, [1, ...word(handle), ...word(1)]);

export const isPacketSent = (packet: Buffer): boolean => packet[0] === EVENT_PACKET && packet[1] === 0x13;

/** Section 7.7.65. */
export const leMeta = (subevent: number, content: readonly number[]): Buffer =>
  event(0x3e, [subevent, ...content]);
