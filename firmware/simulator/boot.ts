import { evaluateScript } from './evaluate';
import type { Hardware } from './hardware';
import type { Interpreter } from './interpreter';
import type { Storage } from './storage';
import { isStorageValid } from './storage-headers';

const BOOT_FILES = ['.bootPowerOn', '.boot0', '.boot1', '.boot2', '.boot3'];
const SAVED_CODE_FILES = ['.varimg', '.bootcde', '.bootrst'];

/** Erases Storage when it is not sound, as a Pixl.js does at every start. */
export function wipeIfCorrupt(storage: Storage, flash: Uint8Array, log: (line: string) => void): void {
  if (isStorageValid(flash)) return;
  log('Storage is corrupt.');
  storage.eraseAll();
}

/** Runs the boot files in the device's order with these globals; `isAutoload` false leaves `.bootcde` out. */
export function runBootFiles(
  interpreter: Interpreter,
  hardware: Hardware,
  globals: ReadonlyMap<string, unknown>,
  isAutoload: boolean,
): void {
  const saved = isAutoload && hardware.reader.read('.bootrst') === undefined ? '.bootcde' : '.bootrst';
  for (const name of [...BOOT_FILES, saved]) {
    const source = hardware.reader.read(name);
    if (source !== undefined) interpreter.call(() => evaluateScript(source, globals));
  }
}

/** What BTN1, still held after the self-test, does to code saved the interpreter's own way. */
export function removeSavedCode(storage: Storage): void {
  for (const name of SAVED_CODE_FILES) storage.erase(name);
}
