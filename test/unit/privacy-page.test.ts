import { expect, test } from 'vitest';
import { sayRows } from '../../companion/privacy/holdings';
import { createReadModel } from '../../companion/store/read-model';
import { openGuardedApp } from './access-fixture';
import { openTestStore } from './store-fixtures';
import { createFakeClock, KIOSK_A } from './store-sheets';

async function openWithRows() {
  const { db } = await openTestStore(createFakeClock());
  return openGuardedApp({}, { readModel: createReadModel(db) });
}

test('a shopper reads what is promised and what is held without signing in, but no row and no number of rows', async () => {
  const { ask } = await openWithRows();
  const { status, text } = await ask('/privacy');
  expect(status).toBe(200);
  expect(text).toContain('What is not promised');
  expect(text).toContain('108 counts; nothing once they are released');
  for (const secret of ['The newest rows of', 'Held now', KIOSK_A]) expect(text).not.toContain(secret);
});

test.each(['owner', 'viewer'])(
  'who is signed in as %s sees the rows, and none about who may look in',
  async (name) => {
    const { ask, signIn } = await openWithRows();
    const { text } = await ask('/privacy', { cookie: await signIn(name) });
    expect(text).toContain('The newest rows of kiosk');
    expect(text).toContain(KIOSK_A);
    for (const table of ['account', 'session', 'token', 'link']) {
      expect(text).not.toContain(`The newest rows of ${table}`);
    }
  },
);

test('of a table with very many rows only the first ten thousand are counted', () => {
  expect([0, 1, 10_000, 10_001, 5_000_000].map(sayRows)).toEqual([
    '0 rows',
    '1 row',
    '10000 rows',
    'more than 10,000 rows',
    'more than 10,000 rows',
  ]);
});
