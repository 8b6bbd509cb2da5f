import { buildStorageImage } from '../../firmware/build/image';
import { HEADER_BYTES, nameAt, walkHeaders } from '../../firmware/simulator/storage-headers';
import { CompanionError } from '../errors';
import type { DeviceFile } from './device-files';
import { PAGE_BYTES } from './device-flash';
import type { ErasePlan } from './erase-after-ledger';

/** What an update writes. */
export interface UpdateImage {
  readonly plan: ErasePlan;
  /** all that stands behind the ledger; the name of `.boot0` is still blank */
  readonly bytes: Uint8Array;
  /** the name of `.boot0`, which starts the kiosk, and its place */
  readonly bootName: { readonly offset: number; readonly bytes: Uint8Array };
  /** every file but the ledger; `offset` is that of its data */
  readonly files: readonly (DeviceFile & { readonly offset: number })[];
}

const NAME_OFFSET = 4;
const BOOT_NAME = '.boot0';

/**
 * The flash behind the ledger with these files. The largest comes last, so that no header stands in Storage's last
 * page, where one that is half written would look as if Storage were spoilt. `.boot0` is there without its name, and
 * the name is written last of all: half a name starts nothing.
 *
 * @param files      in load order, `ledger` first; its bytes are not used
 * @param bankBytes  the whole of Storage
 * @throws CompanionError `flash-not-built`
 */
export function buildUpdateImage(
  files: readonly DeviceFile[],
  region: Parameters<typeof buildStorageImage>[1],
  bankBytes: number,
): UpdateImage {
  const [ledger, ...others] = files;
  if (!ledger) throw new CompanionError('flash-not-built');
  const bySize = [...others].sort((a, b) => a.bytes.length - b.bytes.length);
  const image = buildStorageImage([ledger, ...bySize], region);
  const stored: (DeviceFile & { offset: number })[] = [];
  const end = walkHeaders(image, 0, false, ({ at, size }) => {
    const offset = at + HEADER_BYTES;
    stored.push({ name: nameAt(image, at), offset, bytes: image.slice(offset, offset + size) });
  });
  const [, ...written] = stored;
  const boot = written.find(({ name }) => name === BOOT_NAME);
  const last = written.at(-1);
  if (!boot || !last || last.offset > bankBytes - PAGE_BYTES) throw new CompanionError('flash-not-built');
  const nameOffset = boot.offset - HEADER_BYTES + NAME_OFFSET;
  const bootName = { offset: nameOffset, bytes: image.slice(nameOffset, boot.offset) };
  image.fill(0xff, nameOffset, boot.offset);
  const fromByte = HEADER_BYTES + ledger.bytes.length;
  return {
    plan: { fromByte, toByte: image.length, bankBytes },
    bytes: image.slice(fromByte, end < 0 ? image.length : end),
    bootName,
    files: written,
  };
}
