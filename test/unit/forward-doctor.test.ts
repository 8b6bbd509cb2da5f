import { expect, test } from 'vitest';
import { examineForwarding } from '../../companion/doctor/examine-forwarding';
import { forwardAndNote, tokensOf } from '../../companion/forward/forward-often';
import { addSpans, openPair } from './forward-fixture';
import { STORE_ID } from './store-sheets';

const NOW_MS = Date.parse('2026-11-02T09:00:00Z');
const DAY_MS = 86_400_000;
const CONFIG = {
  dataFolder: './data',
  host: '127.0.0.1',
  port: 0,
  trustedProxies: [],
  forwardUrl: 'https://chain.example.org',
  forwardTokens: [`${STORE_ID}=counterstep_store_x`],
};

test('nothing is said where nothing is forwarded, and half a setting is bad', async () => {
  const { sender } = await openPair();
  const { forwardUrl, forwardTokens, ...plain } = CONFIG;
  expect(await examineForwarding(sender.db, plain, NOW_MS)).toEqual([]);
  const half = await examineForwarding(sender.db, { ...plain, forwardUrl }, NOW_MS);
  expect(half).toMatchObject([{ state: 'bad' }]);
  expect(tokensOf({ ...CONFIG, forwardTokens: ['a=b', 'c=d'] })).toEqual(
    new Map([
      ['a', 'b'],
      ['c', 'd'],
    ]),
  );
});

test('a success is well for a day; a failure says why, and is bad once it lasts', async () => {
  const { sender, token, deps } = await openPair();
  await addSpans(sender.db, [100]);
  const events: string[] = [];
  const log = (event: string): void => void events.push(event);
  const look = async (nowMs: number) => (await examineForwarding(sender.db, CONFIG, nowMs))[0];
  expect(await look(NOW_MS)).toMatchObject({ state: 'look', words: 'Nothing was sent yet.' });
  await forwardAndNote({ ...deps(), log, nowMs: () => NOW_MS }, STORE_ID, token);
  expect(await look(NOW_MS)).toMatchObject({ state: 'well', words: 'Last sent 2026-11-02T09:00:00.000Z.' });
  const broken: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));
  await forwardAndNote({ ...deps(broken), log, nowMs: () => NOW_MS + 1 }, STORE_ID, token);
  expect(await look(NOW_MS + 1)).toMatchObject({
    state: 'look',
    words: expect.stringContaining('fetch failed'),
  });
  expect(await look(NOW_MS + 2 * DAY_MS)).toMatchObject({ state: 'bad' });
  expect(events).toEqual(['forwarded', 'forward-failed']);
});
