import { beforeEach, describe, expect, test } from 'vitest';
import { sayOpen } from '../../companion/cli/kiosks';
import { examine } from '../../companion/doctor/examine';
import type { Finding } from '../../companion/doctor/finding';
import { listUnfinishedUpdates, noteUpdate } from '../../companion/flash/unfinished-updates';
import { lockFolder } from '../../companion/store/lock-folder';
import { KIOSK_ID } from './lock-down-board';
import { runCommand } from './run-command';
import { createFakeClock } from './store-sheets';
import { makeKioskData } from './update-data';

let data: string;

beforeEach(async () => {
  data = await makeKioskData();
});

describe('counterstep update', () => {
  test.each([
    { words: ['nobody', '--on-mains'], code: 'kiosk-unknown', says: 'nobody' },
    { words: ['Till'], code: 'update-mains', says: '--on-mains' },
    {
      words: ['Till', '--on-mains', '--device', 'tcp://127.0.0.1:1'],
      code: 'flash-device',
      says: '127.0.0.1',
    },
  ])('refuses $words', async ({ words, code, says }) => {
    const { status, err } = await runCommand(['update', ...words, '--data', data]);
    expect({ status, err }).toMatchObject({ status: 1, err: expect.stringContaining(`[${code}]`) });
    expect(err).toContain(says);
    expect(listUnfinishedUpdates(data).size).toBe(0);
  });

  test.each([
    ['update', 'Till', '--on-mains'],
    ['kiosks', 'maintain', 'Till'],
  ])('%s %s leaves the adapter to a running companion', async (...words) => {
    const unlock = lockFolder(data, 'real');
    const { status, err } = await runCommand([...words, '--data', data]);
    unlock();
    expect({ status, err }).toMatchObject({ status: 1, err: expect.stringContaining('[database-in-use]') });
  });

  test('and maintenance say that anybody in reach can read the key meanwhile, and what to do', async () => {
    const texts = [sayOpen({ name: 'Till', kioskId: KIOSK_ID })];
    for (const command of ['update', 'kiosks']) texts.push((await runCommand([command, '--help'])).out);
    for (const text of texts) expect(text).toMatch(/read\s+its\s+key\s+and\s+its\s+open\s+sheet.*anew/s);
    expect(texts[0]).toContain(`counterstep flash --device --kiosk ${KIOSK_ID} --new-epoch`);
  });

  test('is what the doctor asks for while one is not through', async () => {
    noteUpdate(data, KIOSK_ID, { languages: ['de', 'fr'], deviceId: 'c00000000001' });
    const look = (): Promise<Finding[]> => examine({ data }, {}, createFakeClock(), async () => null);
    const words = `Run: counterstep update ${KIOSK_ID} --on-mains`;
    expect(await look()).toContainEqual({
      state: 'bad',
      what: 'Kiosk Till',
      words: expect.stringContaining(words),
    });
    noteUpdate(data, KIOSK_ID, null);
    expect(listUnfinishedUpdates(data).size).toBe(0);
    expect(JSON.stringify(await look())).not.toContain('counterstep update');
  });
});
