/** Flash with a ledger file on it, and a reader of such flash that shares no code with the ledger. */
import type { FlashPort } from '../../firmware/ledger/records';
import { crc32 } from '../../firmware/simulator/crc32';
import type { FlashChip } from '../../firmware/simulator/flash-chip';
import { readContents, type SheetContents } from '../../shared/wire/sheet-contents';

const PAGE = 4096;
const BLOCK = 512;
/** The file with its Storage header. */
export const FILE_BYTES = 12_288;

const BLANK = Buffer.alloc(PAGE, 0xff);

/** Blank flash that begins with a file, as Storage writes it. */
export function makeFlash(name = 'ledger', dataBytes = FILE_BYTES - 32): Uint8Array {
  const bytes = new Uint8Array(FILE_BYTES).fill(0xff);
  bytes.fill(0, 0, 32);
  new DataView(bytes.buffer).setUint32(0, dataBytes, true);
  bytes.set(Buffer.from(name, 'latin1'), 4);
  return bytes;
}

/** The ledger's port to a simulated chip; refuses what the ledger must never do. */
export function portOf(chip: FlashChip): FlashPort {
  return {
    read: (offset, length) => chip.bytes.slice(offset, offset + length),
    write: (offset, bytes) => {
      if (offset % 4 || bytes.length % 4 || offset < PAGE || offset + bytes.length > FILE_BYTES)
        throw new Error(`wrote ${bytes.length} bytes at ${offset}`);
      chip.write(bytes, offset);
    },
    erase: (offset) => {
      if (offset !== PAGE && offset !== 2 * PAGE) throw new Error(`erased ${offset}`);
      chip.erasePage(offset);
    },
    crc32,
  };
}

/** What the log pages say. */
export interface LedgerImage {
  epoch: number;
  newest: number;
  acknowledged: number;
  started: number;
  finished: number;
  clock: number;
  maintain: number;
  hours: number;
  boots: number;
  settings: number[];
  /** closed sheets by number, oldest first */
  sheets: Map<number, SheetContents>;
  open: SheetContents | undefined;
  /** the other page, which may wait to be erased until the next start */
  isOtherBlank: boolean;
  /** what the pages should not hold: anything but whole records, wiped snapshots, one snapshot and blank flash */
  complaints: string[];
}

/** Reads the log pages of a ledger file as the table in `firmware/ledger/records.ts` describes them. */
export function readImage(bytes: Uint8Array): LedgerImage {
  const image: LedgerImage = {
    ...{ epoch: 0, newest: 0, acknowledged: 0, started: 0, finished: 0, clock: 0, maintain: 0 },
    ...{ hours: 0, boots: 0, settings: [], sheets: new Map(), open: undefined, complaints: [] },
    isOtherBlank: false,
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isBlank = (from: number, to: number) => BLANK.compare(bytes, from, to, 0, to - from) === 0;
  const isWhole = (at: number, size: number) =>
    crc32(bytes.subarray(at, at + size - 4)) === view.getUint32(at + size - 4, true);
  const sequenceOf = (page: number) =>
    bytes[page] === 5 && bytes[page + 1] === 2 && isWhole(page, 8) ? view.getUint16(page + 2, true) : 0;
  const page = sequenceOf(PAGE) > sequenceOf(2 * PAGE) ? PAGE : 2 * PAGE;
  const other = 3 * PAGE - page;
  if (!sequenceOf(page)) image.complaints.push('no page is in force');
  image.isOtherBlank = isBlank(other, other + PAGE);
  const contentsAt = (at: number, size: number): SheetContents | undefined => {
    const contents = readContents(bytes.slice(at + 4, at + size - 4));
    if (typeof contents !== 'string') return contents;
    image.complaints.push(`${contents} at ${at}`);
    return undefined;
  };
  walk(page + 8, readRecord);
  if (!image.isOtherBlank)
    walk(other + 8, (at, kind) => {
      if (kind === 1) image.complaints.push(`a snapshot at ${at} in the other page`);
    });
  return image;

  function walk(start: number, visit: (at: number, kind: number, size: number) => void): void {
    for (let at = start; at % PAGE; ) {
      const kind = bytes[at] ?? 0;
      const size = (bytes[at + 1] ?? 0) * 4;
      if (isBlank(at, at + 4)) {
        const gapEnd = (Math.floor(at / BLOCK) + 1) * BLOCK;
        if (!isBlank(at, gapEnd)) image.complaints.push(`bytes in the gap at ${at}`);
        at = gapEnd;
      } else if (size < 8 || (at % PAGE) + size > PAGE) {
        image.complaints.push(`no record at ${at}`);
        break;
      } else {
        visit(at, kind, size);
        at += size + (kind === 2 ? 4 : 0);
      }
    }
  }

  function readRecord(at: number, kind: number, size: number): void {
    const number = view.getUint16(at + 2, true);
    if (kind === 0) {
      if (!bytes.subarray(at + 4, at + size).every((byte) => byte === 0))
        image.complaints.push(`the snapshot at ${at} is not wiped`);
    } else if (!isWhole(at, size)) {
      image.complaints.push(`the record at ${at} is not whole`);
    } else if (kind === 1) {
      if (image.open) image.complaints.push(`a second snapshot at ${at}`);
      image.open = contentsAt(at, size);
    } else if (kind === 2) {
      const field = (index: number) => view.getUint32(at + 4 + index * 4, true);
      const marks = view
        .getUint32(at + size, true)
        .toString(2)
        .padStart(32, '0');
      Object.assign(image, {
        ...{ epoch: field(0), newest: field(1), acknowledged: field(2), started: field(3) },
        ...{ finished: field(4), clock: field(5), maintain: field(7) },
        hours: Math.max(number & 255, 31 - marks.lastIndexOf('1')),
        boots: Math.max(number >> 8, marks.indexOf('1')),
        settings: [...bytes.subarray(at + 37, at + 37 + (bytes[at + 36] ?? 0))],
      });
    } else if (kind === 3) {
      const contents = contentsAt(at, size);
      if (image.sheets.has(number)) image.complaints.push(`sheet ${number} twice`);
      if (contents) image.sheets.set(number, contents);
    } else {
      image.complaints.push(`kind ${kind} at ${at}`);
    }
  }
}
