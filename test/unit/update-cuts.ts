import { FlashChip, PAGE_BYTES } from '../../firmware/simulator/flash-chip';
import { LEDGER_BYTES, makeOlderKiosk, openConsole, update } from './update-fixture';

/** One flash operation: a write of some bytes, or a page erased. */
export interface Operation {
  readonly at: number;
  /** undefined: a page is erased */
  readonly bytes: Uint8Array | undefined;
  /** flash before it */
  readonly before: Uint8Array;
}

class RecordingChip extends FlashChip {
  readonly operations: Operation[] = [];

  override write(data: Uint8Array, at: number): void {
    this.operations.push({ at, bytes: data.slice(), before: this.bytes.slice() });
    super.write(data, at);
  }

  override erasePage(at: number): void {
    this.operations.push({ at, bytes: undefined, before: this.bytes.slice() });
    super.erasePage(at);
  }
}

/** Every flash operation of an update that is never cut, from this flash on. */
export async function listOperations(flash = makeOlderKiosk()): Promise<Operation[]> {
  const chip = new RecordingChip(flash);
  await update(openConsole(flash, chip));
  return chip.operations;
}

export const lengthOf = ({ bytes }: Operation): number => bytes?.length ?? PAGE_BYTES;

/** The flash when the power fails after so many bytes of an operation. */
export function cutAfter({ at, bytes, before }: Operation, done: number): Uint8Array {
  const flash = before.slice();
  for (let i = 0; i < done; i++) flash[at + i] = bytes ? (flash[at + i] ?? 0) & (bytes[i] ?? 0) : 0xff;
  return flash;
}

/** The flash when the power sags during an operation: some bits of a page, or of the word being written, have changed. */
export function sagDuring(operation: Operation, done: number, random: () => number): Uint8Array {
  const { at, bytes, before } = operation;
  const from = bytes ? at + (done & ~3) : at;
  const flash = bytes ? cutAfter(operation, done & ~3) : before.slice();
  for (let i = from; i < from + (bytes ? 4 : PAGE_BYTES); i++) {
    const goal = bytes ? (flash[i] ?? 0) & (bytes[i - at] ?? 0) : 0xff;
    const changed = ((flash[i] ?? 0) ^ goal) & random();
    flash[i] = (flash[i] ?? 0) ^ changed;
  }
  return flash;
}

/** What must hold wherever the power fails: the ledger is as it was, and the next update is through. */
export async function resume(flash: Uint8Array): Promise<Uint8Array> {
  const ledger = flash.slice(0, LEDGER_BYTES);
  await update(openConsole(flash));
  if (Buffer.compare(ledger, flash.subarray(0, LEDGER_BYTES)) !== 0)
    throw new Error('The ledger has changed');
  return flash;
}
