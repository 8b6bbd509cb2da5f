/**
 * The records of a log page. A page starts with a page record, written last; the others follow it.
 *
 * | bytes | what |
 * |---|---|
 * | 1 | kind |
 * | 1 | length in words, head and CRC included |
 * | 2 | page: its sequence; closed or open sheet: its number; low byte first; state: hours, then boots |
 * | 4n | content, filled up with zeros |
 * | 4 | CRC-32 of all that stands before it, low byte first |
 * | 4 | after the CRC of a state only: marks, cleared one by one as hours (from the lowest bit up) and boots (from the highest down) go on; none counts less than the head says |
 *
 * CRC-32 because the device has it built in: a 16-bit one would need code of its own to save two bytes a record.
 * A record that would write more words to a block of 512 bytes than the chip allows begins at the next block.
 */

/** A snapshot that was overwritten with zeros; its kind is what clearing the bits of KIND_OPEN leaves. */
export const KIND_WIPED = 0;
/** A snapshot of the open sheet, packed, with the store day of its last check in place of a closing day. */
export const KIND_OPEN = 1;
/** The fields below. The newest state counts. */
export const KIND_STATE = 2;
/** A closed sheet, packed. */
export const KIND_CLOSED = 3;
/** The page was begun and is whole. The page with the higher sequence is in force. */
export const KIND_PAGE = 5;

/** Fields of the state: places of numbers of 4 bytes, low byte first. */
export const FIELD_EPOCH = 0;
/** Number of the newest closed sheet; 0 when none was ever closed. */
export const FIELD_NEWEST = 4;
/** Number of the newest sheet that a companion acknowledged. */
export const FIELD_ACKNOWLEDGED = 8;
/** Runs started up to the newest closed sheet. */
export const FIELD_STARTED = 12;
/** Checks finished up to the newest closed sheet. */
export const FIELD_FINISHED = 16;
/** Unix seconds when the clock was last kept, once a day at most; 0 when it never was. */
export const FIELD_CLOCK = 20;
/** Store time less UTC when the clock was last kept: minutes + OFFSET_ZERO. */
export const FIELD_OFFSET = 24;
/** Until when the wire is open for maintenance, in seconds since power-on; 0: it is closed. */
export const FIELD_MAINTAIN = 28;
/** Length of the settings in one byte, then at most SETTINGS_BYTES_MAX bytes that mean nothing here. */
export const FIELD_SETTINGS = 32;
export const SETTINGS_BYTES_MAX = 95;
/** What staff chose at the kiosk: STAFF_* (firmware/settings.ts); 0: nothing. */
export const FIELD_STAFF = 128;
/** Why the kiosk restarted last: 0 never did, 1 an exception nobody caught, 2 out of memory. */
export const FIELD_ERROR = 132;
export const STATE_BYTES = 136;
/** What is added to the offset, so that no field is below 0. */
export const OFFSET_ZERO = 1440;

/** Bytes before the content of a record, and with its CRC. */
export const HEAD_BYTES = 4;
export const RECORD_BYTES = 8;

/** Hours of running without a clock that make a store day. */
export const HOURS_A_DAY = 24;
/** Boots without a good minute are counted up to here; one more, and the kiosk asks for attention. */
export const BOOTS_MAX = 10;

/** The flash around the ledger's file. Offsets count from the first byte of the file's Storage header. */
export interface FlashPort {
  read(offset: number, length: number): Uint8Array;
  /** Clears the bits that are 0 in `bytes`; offset and length are whole words. */
  write(offset: number, bytes: Uint8Array): void;
  /** Sets the page of 4,096 bytes at `offset` to 0xFF. */
  erase(offset: number): void;
  crc32(bytes: Uint8Array): number;
}
