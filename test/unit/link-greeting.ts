/** The first words with the kiosk of `link-kiosk.ts`, by somebody who has its key. */
import { sha1 } from '../../companion/sync/hash';
import { deriveKeys } from '../../shared/wire/keys';
import { type Hello, readHello } from '../../shared/wire/replies';
import { askHello, signCommand, tellAck } from '../../shared/wire/requests';
import { KEY, KIOSK_ID } from './link-kiosk';
import type { Talk } from './link-talk';

export const NONCE = 'abcdefgh';
export const keys = deriveKeys(sha1, KEY, KIOSK_ID);

/** Says hello; throws when nothing comes back. */
export function greet(on: Talk): Hello {
  const hello = readHello(on.ask(askHello(NONCE)));
  if (!hello) throw new Error('No hello');
  return hello;
}

/** Says hello and gives a command with its tag; the reply. */
export const tell = (command: string, on: Talk): string =>
  on.ask(signCommand(keys, greet(on).challenge, command));

/** Shows that the key is here, which the kiosk wants to see before it tells anything. */
export const prove = (on: Talk): string => tell(tellAck(greet(on).epoch, 0), on);
