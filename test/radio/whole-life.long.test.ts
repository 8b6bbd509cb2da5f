import { expect, test } from 'vitest';
import { LEDGER_BYTES } from '../unit/update-fixture';
import { type Life, live, type Part } from './whole-life';

/** So many bytes in a row do not meet by chance in a capture of this length. */
const TELLING_BYTES = 6;

/** A text, and what its pieces in Base64 say. */
function decoded(text: string): string {
  const pieces = text.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? [];
  return text + pieces.map((piece) => Buffer.from(piece, 'base64').toString('latin1')).join('');
}

/** Whether any few bytes in a row of a secret, other than few bytes repeated, are in the text. */
function isTold(text: string, secret: string): boolean {
  for (let at = 0; at + TELLING_BYTES <= secret.length; at++) {
    const piece = secret.slice(at, at + TELLING_BYTES);
    if (new Set(piece).size > 3 && text.includes(piece)) return true;
  }
  return false;
}

const all = ({ air, toKiosk, fromKiosk }: Part): string => air + decoded(toKiosk) + decoded(fromKiosk);

/** What the console of a kiosk said while it was updated. */
const withoutId = ({ kioskId, updating }: Life): string =>
  updating.fromKiosk.replaceAll(Buffer.from(kioskId, 'hex').toString('base64'), '');

test('what is on the air in a kiosk’s life, from its box through syncs to an update, says nothing of a shopper', async () => {
  const [one, another] = [await live(81), await live(82)];
  for (const { key, log, ledger, flashing, counting, updating } of [one, another]) {
    // flashing over the air is unsealed: the key crosses once, to a device that has met no shopper
    expect(isTold(decoded(flashing.toKiosk), key)).toBe(true);
    expect(isTold(decoded(flashing.fromKiosk), key)).toBe(false);
    expect(isTold(decoded(Buffer.from(log, 'latin1').toString('base64')), log)).toBe(true); // it could be found
    for (const later of [counting, updating]) expect(isTold(all(later), key + log)).toBe(false);
    expect(ledger.before).toHaveLength(LEDGER_BYTES);
    expect(ledger.after).toEqual(ledger.before);
  }
  // an update is unsealed, too: it says the same whatever the shoppers answered
  expect(one.totals).not.toEqual(another.totals);
  expect(one.log).not.toBe(another.log);
  expect(one.updating.toKiosk.length).toBeGreaterThan(20_000);
  expect(one.updating.toKiosk).toBe(another.updating.toKiosk);
  expect(withoutId(one)).toBe(withoutId(another));
});
