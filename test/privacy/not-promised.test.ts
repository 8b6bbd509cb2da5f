import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededRandom } from '../../companion/simulation/random';
import { createSyncStore } from '../../companion/store/sync-store';
import { sha1 } from '../../companion/sync/hash';
import { deriveKeys } from '../../shared/wire/keys';
import { openSheet, readHello } from '../../shared/wire/replies';
import { askHello, askSheet, signCommand, tellAck } from '../../shared/wire/requests';
import { readContents } from '../../shared/wire/sheet-contents';
import { bytesOf } from '../../shared/wire/text';
import { KEY, KIOSK_ID, makeLinkKiosk } from '../unit/link-kiosk';
import { Talk } from '../unit/link-talk';
import { makeTemporaryFolder, openTestStore } from '../unit/store-fixtures';
import { createFakeClock, makeSheet } from '../unit/store-sheets';
import { countChecks, repeat } from './made-checks';

/** The first one bundles the firmware. */
const BUILD_LIMIT_MS = 60_000;
const RF1_CALF = 5;

test('what is not promised: whoever has the disk reads waiting sheets, and a unanimous answer is everybody’s', async () => {
  const folder = makeTemporaryFolder();
  const clock = createFakeClock();
  const store = await openTestStore(clock, folder);
  const counts = countChecks(repeat(10, { path: 'knee', rf1: 'calf' }));
  await createSyncStore(store.db, clock).takeSheet(makeSheet({ sheetNo: 1, counts }));
  const disk = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  expect(counts.slice(0, RF1_CALF + 1)).toEqual([10, 0, 0, 0, 0, 10]);
  expect(disk.some((text) => text.includes(JSON.stringify(counts)))).toBe(true);
});

test(
  'what is not promised: whoever has the kiosk’s key reads its closed sheets over the air',
  async () => {
    const kiosk = await makeLinkKiosk(seededRandom(8).next32);
    kiosk.closeSheet(12);
    const keys = deriveKeys(sha1, KEY, KIOSK_ID);
    const talk = new Talk(kiosk.board);
    const hello = readHello(talk.ask(askHello('abcdefgh')));
    if (!hello) throw new Error('no hello');
    talk.ask(signCommand(keys, hello.challenge, tellAck(hello.epoch, 0)));
    const contents = readContents(bytesOf(openSheet(keys, talk.ask(askSheet(1)))?.packed ?? ''));
    expect(typeof contents === 'string' ? contents : contents.counts[0]).toBe(12);
  },
  BUILD_LIMIT_MS,
);
