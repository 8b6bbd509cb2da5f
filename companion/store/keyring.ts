import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CompanionError } from '../errors';
import { replaceFile } from './replace-file';

/** The kiosks' keys, 16 bytes each; they live apart from everything else and are never written to the database. */
export interface Keyring {
  find(kioskId: string): Uint8Array | null;
  /** Replaces an older key of that kiosk. */
  add(kioskId: string, key: Uint8Array): void;
}

/** A keyring that is in a file. */
export interface FileKeyring extends Keyring {
  /** The kiosks whose keys are here. */
  kioskIds(): string[];
  /** Deletes a key for ever; one that is not there is as good as deleted. */
  remove(kioskId: string): void;
}

const OTHERS_MAY = 0o077;
const keyFile = z.record(z.string(), z.string().regex(/^[0-9a-f]{32}$/));

/** Where the keys of a data folder's real kiosks lie. */
export function keyFileOf(dataFolder: string): string {
  return join(dataFolder, 'kiosk-keys.json');
}

/** A keyring for simulated kiosks; it ends with the process. */
export function createMemoryKeyring(): Keyring {
  const keys = new Map<string, Uint8Array>();
  return {
    find: (kioskId) => keys.get(kioskId) ?? null,
    add: (kioskId, key) => keys.set(kioskId, checkedKey(key)),
  };
}

/**
 * The keyring in a JSON file (kioskId: 32 hexadecimal digits) that only its owner may read; made by the first add.
 *
 * A key that was added is on disk when the call returns; a cut leaves the old file or the new one, never half. Every
 * call reads the file: a kiosk that another process flashes or forgets is known or gone at once.
 *
 * @throws CompanionError `keys-unreadable`, `keys-too-open`; so does every call
 */
export function openKeyring(path: string): FileKeyring {
  const read = (): Map<string, string> => (existsSync(path) ? readKeys(path) : new Map());
  const replace = (keys: Map<string, string>): void =>
    replaceFile(path, `${JSON.stringify(Object.fromEntries(keys), null, 2)}\n`);
  read();
  return {
    find(kioskId) {
      const hex = read().get(kioskId);
      return hex === undefined ? null : Uint8Array.from(Buffer.from(hex, 'hex'));
    },
    kioskIds: () => [...read().keys()],
    add(kioskId, key) {
      replace(read().set(kioskId, Buffer.from(checkedKey(key)).toString('hex')));
    },
    remove(kioskId) {
      const keys = read();
      if (keys.delete(kioskId)) replace(keys);
    },
  };
}

function readKeys(path: string): Map<string, string> {
  if (process.platform !== 'win32' && (statSync(path).mode & OTHERS_MAY) !== 0) {
    throw new CompanionError('keys-too-open', `Run: chmod 600 ${path}`);
  }
  try {
    return new Map(Object.entries(keyFile.parse(JSON.parse(readFileSync(path, 'utf8')))));
  } catch {
    // the error itself may quote a key, so it is neither shown nor kept
    throw new CompanionError('keys-unreadable', `${path} is not a JSON object of kiosk ids and keys.`);
  }
}

function checkedKey(key: Uint8Array): Uint8Array {
  if (key.length !== 16) throw new CompanionError('key-unusable', `This one has ${key.length} bytes.`);
  return key;
}
