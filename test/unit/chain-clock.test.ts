import { expect, test } from 'vitest';
import { closeQuarters } from '../../companion/cli/close-quarters';
import { createClockGuard } from '../../companion/clock-guard/clock-guard';
import { forwardStore } from '../../companion/forward/forward-store';
import { listQuarters } from '../../companion/store/quarter';
import { addSpans, openPair } from './forward-fixture';
import { trustingAuditor } from './release-auditors';
import { makeTemporaryFolder } from './store-fixtures';
import { createFakeClock, STORE_ID } from './store-sheets';

const YEARS_AHEAD = '2029-05-03';

/** A chain's companion, which has no kiosk of its own, with a clock that the test sets; and a store that sends to it. */
async function openChain() {
  const folder = makeTemporaryFolder();
  const clock = createFakeClock('2026-11-02');
  const guard = () => createClockGuard(clock, folder, pair.receiver.db);
  const pair = await openPair({ nowMs: () => clock.nowMs(), doubtClock: () => guard().explain() });
  const { receiver, sender, token, deps } = pair;
  return {
    clock,
    folder,
    guard,
    send: async (checks: number) => {
      await addSpans(sender.db, [checks]);
      return forwardStore(deps(), STORE_ID, token);
    },
    arrivedDays: async () =>
      (await receiver.db.selectFrom('span').select('arrivedDay').orderBy('spanNo').execute()).map(
        ({ arrivedDay }) => arrivedDay,
      ),
    close: async () => {
      const ending = new AbortController();
      const said: string[] = [];
      await closeQuarters(
        {
          store: receiver,
          clock,
          doubtClock: () =>
            guard()
              .doubt()
              .finally(() => ending.abort()),
          auditor: trustingAuditor(),
          log: (event, fields) => said.push(`${event} ${JSON.stringify(fields)}`),
          keepQuarters: async () => ({ putBack: [], differing: [] }),
          onClosed: () => undefined,
        },
        ending.signal,
      );
      return { said, quarters: await listQuarters(receiver.db) };
    },
  };
}

test('a chain’s companion whose clock leaps years ahead closes no quarter and dates no span; set right, it has lost nothing', async () => {
  const { clock, guard, send, arrivedDays, close } = await openChain();
  await send(100);
  expect(await guard().doubt()).toBeNull();
  clock.set(YEARS_AHEAD);
  await expect(send(120)).rejects.toThrow(/answers 503.*a clock that leapt/);
  expect(await close()).toEqual({
    said: [expect.stringMatching(/^quarter-failed .*it was 2026-11-02/)],
    quarters: [],
  });
  clock.set('2026-11-09');
  expect(await send(140)).toEqual([]);
  expect(await arrivedDays()).toEqual(['2026-11-02', '2026-11-09', '2026-11-09']);
});

test('it remembers when stores were heard, though its folder is a new one', async () => {
  const { clock, guard, send } = await openChain();
  await send(100);
  clock.set(YEARS_AHEAD);
  expect(await guard().doubt()).toMatch(/2026-11-02/);
});

test('it believes its clock before the first store has sent', async () => {
  const { clock, guard, send } = await openChain();
  clock.set(YEARS_AHEAD);
  expect(await guard().doubt()).toBeNull();
  await expect(send(100)).resolves.toEqual([]);
});
