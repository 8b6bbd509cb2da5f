import { describe, expect, test } from 'vitest';
import { isStorageValid } from '../../firmware/simulator/storage-headers';
import { listFiles, readFile } from '../../firmware/simulator/storage-image';
import { cutAfter, lengthOf, listOperations, resume, sagDuring } from './update-cuts';
import {
  LEDGER_BYTES,
  makeOlderKiosk,
  newFiles,
  openConsole,
  startDevice,
  update,
  useKiosk,
} from './update-fixture';

/** 0 to 255, the same row in every run. */
function fixedBytes(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return (state >> 16) & 255;
  };
}

describe('an update', () => {
  test('writes this version behind a ledger that it leaves as it is, and starts it locked', async () => {
    const console = openConsole(makeOlderKiosk());
    const { chip } = console;
    const ledger = chip.bytes.slice(0, LEDGER_BYTES);
    expect(startDevice(chip.bytes.slice()).state).toBe('older');
    await update(console);
    expect(chip.bytes.slice(0, LEDGER_BYTES)).toEqual(ledger);
    expect([console.isRestarted, console.movedS]).toEqual([true, 300]);
    for (const { name, bytes } of newFiles.slice(1)) expect(readFile(chip.bytes, name)).toEqual(bytes);
    expect(listFiles(chip.bytes).map(({ name }) => name)).toEqual([
      'ledger',
      '.boot0',
      'pics',
      'en',
      'es',
      'app',
    ]);
    expect(startDevice(chip.bytes).state).toBe('newer');
  });

  test('of a kiosk that has the files of this version already does the same', async () => {
    const { chip } = await updated(makeOlderKiosk());
    expect(startDevice((await updated(chip.bytes)).chip.bytes).state).toBe('newer');
  });

  test('stays within the chip’s limits when it is cut and begun anew a dozen times', async () => {
    const console = openConsole(makeOlderKiosk());
    for (let time = 1; time <= 12; time++) {
      const again = openConsole(console.chip.bytes, console.chip);
      again.loseAfter(20 + 5 * time);
      await expect(update(again)).rejects.toThrow('lost');
    }
    await update(openConsole(console.chip.bytes, console.chip));
    expect(Math.max(...console.chip.erases)).toBeLessThan(20);
    expect(startDevice(console.chip.bytes).state).toBe('newer');
  });
});

async function updated(flash: Uint8Array) {
  const console = openConsole(flash);
  await update(console);
  return console;
}

describe('a power cut during an update', () => {
  test('never leaves Storage as the device would take it for spoilt, and wipe it', async () => {
    for (const operation of await listOperations()) {
      const step = lengthOf(operation) > 100 ? 24 : 1;
      for (let done = 0; done <= lengthOf(operation); done += step)
        if (!isStorageValid(cutAfter(operation, done)))
          throw new Error(`At ${operation.at}, after ${done} bytes`);
    }
  });

  test('leaves a kiosk of one version or an open device, and the next update is through', async () => {
    const operations = await listOperations();
    for (const [index, operation] of operations.entries()) {
      if (index > 14 && index < operations.length - 2 && index % 9 > 0) continue;
      const flash = cutAfter(operation, Math.floor(lengthOf(operation) / 2));
      const { state } = startDevice(flash.slice());
      expect({ index, state }).toEqual({ index, state: index === 0 ? expect.any(String) : 'open' });
      expect(startDevice(await resume(flash)).state).toBe('newer');
    }
  });

  test('harms as little when the supply sags and bits are left at random', async () => {
    const random = fixedBytes(4711);
    const operations = await listOperations();
    for (let turn = 0; turn < 200; turn++) {
      const operation = operations[random() % operations.length];
      if (!operation) continue;
      const flash = sagDuring(operation, (random() << 1) % lengthOf(operation), random);
      if (!isStorageValid(flash)) throw new Error(`Turn ${turn}, at ${operation.at}`);
      if (turn % 25 === 0) await resume(flash);
    }
  });
});

describe('a link that is lost before any command', () => {
  test.each([1, 9, 15, 30, 42, 60, 99])('%i: the next update is through', async (commands) => {
    const console = openConsole(makeOlderKiosk());
    console.loseAfter(commands);
    await expect(update(console)).rejects.toThrow('lost');
    expect(startDevice(await resume(console.chip.bytes)).state).toBe('newer');
  });
});

describe('an update is refused, and nothing is changed', () => {
  test.each([
    {
      name: 'a ledger of another size',
      change: (flash: Uint8Array) => flash.set([0xdf], 0),
      code: 'update-ledger',
    },
    { name: 'another kiosk', change: (flash: Uint8Array) => flash.set([0], 36), code: 'update-other-kiosk' },
    {
      name: 'other fonts',
      change: (flash: Uint8Array) => flash.set([(flash[200] ?? 0) ^ 1], 200),
      code: 'update-fixed-part',
    },
    { name: 'an empty device', change: (flash: Uint8Array) => flash.fill(0xff), code: 'update-ledger' },
  ])('$name', async ({ change, code }) => {
    const flash = makeOlderKiosk();
    change(flash);
    const before = flash.slice();
    await expect(update(openConsole(flash))).rejects.toThrow(expect.objectContaining({ code }));
    expect(flash).toEqual(before);
  });

  test('a kiosk on a battery', async () => {
    const console = openConsole(makeOlderKiosk());
    console.batteryPercent = 98;
    await expect(update(console)).rejects.toThrow(expect.objectContaining({ code: 'update-power' }));
    expect(console.chip.bytesDone).toBe(0);
  });

  test('closed sheets that nobody acknowledged', async () => {
    const flash = await useKiosk(makeOlderKiosk(), { isAcknowledged: false });
    const console = openConsole(flash);
    await expect(update(console)).rejects.toThrow(
      expect.objectContaining({ code: 'update-sheets', message: expect.stringMatching(/wait: 1\.$/) }),
    );
    expect(console.chip.bytesDone).toBe(0);
  });
});
