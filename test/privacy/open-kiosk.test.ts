import { expect, test } from 'vitest';
import { inMaintenance, KEY, makeKiosk, tellToMaintain } from '../unit/lock-down-board';

/** What anybody may type who wants to know what lies in the kiosk's flash. */
const READ_LEDGER = 'btoa(require("Storage").read("ledger"))';
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('what is not promised: whoever is in reach while maintenance is open reads the kiosk’s key', async () => {
  const board = inMaintenance(makeKiosk());
  expect(() => board.evaluate(READ_LEDGER)).toThrow();
  await tellToMaintain(board);
  board.advance(5000);
  expect(board.isUartOn).toBe(true);
  const read = Buffer.from(String(board.evaluate(READ_LEDGER)), 'base64').toString('hex');
  expect(read).toContain(hexOf(KEY));
});
