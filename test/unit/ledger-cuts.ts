/** Cuts the power at every byte of what the ledger does, starts it again, and says what is wrong then. */
import { setClock } from '../../firmware/ledger/clock';
import {
  closeIfDue,
  countAside,
  countCheck,
  markBoot,
  openLedger,
  remember,
  saveSettings,
} from '../../firmware/ledger/ledger';
import { FIELD_ACKNOWLEDGED, FIELD_MAINTAIN, type FlashPort } from '../../firmware/ledger/records';
import { FlashChip } from '../../firmware/simulator/flash-chip';
import { PowerCut } from '../../firmware/simulator/signals';
import { packContents } from '../../shared/wire/sheet-contents';
import { type LedgerImage, makeFlash, portOf, readImage } from './ledger-flash';
import { makeShoppers } from './ledger-shoppers';

/** What one thing that happens at a kiosk does to the ledger. It starts with the kiosk freshly started. */
export interface Deed {
  name: string;
  run(): void;
}
/** Makes a port weaker than it should be, to show that its faults are found. */
export type Weaken = (port: FlashPort) => FlashPort;

const MINIMUM = 5;
const FIRST_DAY_S = 20_000 * 86_400;
const shoppers = makeShoppers(5, false);
const check = [...shoppers.drawCheck(), 0, 37];

/** A day's life. */
export const deeds: readonly Deed[] = [
  { name: 'a boot', run: () => markBoot(false) },
  { name: 'a good minute', run: () => markBoot(true) },
  { name: 'the clock', run: () => setClock(FIRST_DAY_S, 60, 30) },
  {
    name: 'a finished check',
    run: () => {
      countAside(97);
      countCheck(check, 60);
    },
  },
  { name: 'settings', run: () => saveSettings(Uint8Array.from({ length: 95 }, (_, i) => 255 - i)) },
  { name: 'maintenance', run: () => remember(FIELD_MAINTAIN, 1) },
  { name: 'an hour without a clock', run: () => closeIfDue(MINIMUM, 3600) },
  {
    name: 'the close of a sheet',
    run: () => {
      setClock(FIRST_DAY_S + 4 * 86_400, 0, 10);
      closeIfDue(MINIMUM, 20);
    },
  },
  { name: 'an acknowledgement', run: () => remember(FIELD_ACKNOWLEDGED, 2) },
];

const random32 = () => 0x01020304;

function start(bytes: Uint8Array, weaken: Weaken): FlashChip {
  const chip = new FlashChip(bytes.slice());
  openLedger(weaken(portOf(chip)), random32);
  return chip;
}

/** Flash with three closed sheets, an open one that may close, a boot and so many hours without a clock. */
export function makeUsedFlash(hours = 0): Uint8Array {
  const chip = start(makeFlash(), (port) => port);
  for (let day = 0; day < 4; day++) {
    setClock(FIRST_DAY_S + day * 86_400, 0, 0);
    closeIfDue(MINIMUM, 1);
    for (let i = 0; i < 9; i++) countCheck([...shoppers.drawCheck(), 0, 37], 2 + i);
  }
  const again = start(chip.bytes, (port) => port);
  markBoot(false);
  for (let hour = 1; hour <= hours; hour++) closeIfDue(MINIMUM, hour * 3600);
  return again.bytes;
}

/** Fills the page with states, then snapshots, until `deed` has to carry what is live to the other page. */
export function fillUp(bytes: Uint8Array, deed: Deed): Uint8Array {
  let filled = bytes;
  for (let value = 2; value < 100; value++) {
    const before = start(filled, (port) => port);
    deed.run();
    if (before.erases[1] || before.erases[2]) return filled;
    let chip = start(filled, (port) => port);
    remember(FIELD_MAINTAIN, value);
    if (chip.erases[1] || chip.erases[2]) {
      // no room for one more state: a snapshot is smaller
      chip = start(filled, (port) => port);
      countCheck([0, 37], 2);
    }
    filled = chip.bytes;
  }
  throw new Error(`${deed.name} never needs a new page`);
}

/** What must be the same before a deed or after it, but nothing in between. */
function digest(image: LedgerImage): string {
  const sheets = [...image.sheets].filter(([number]) => number > image.acknowledged);
  return JSON.stringify([
    ...[image.epoch, image.newest, image.acknowledged, image.started, image.finished],
    ...[image.maintain, image.settings, image.hours, image.boots, image.open?.counts, sheets],
  ]);
}

function holds(flash: Uint8Array, image: LedgerImage): boolean {
  // day and format apart: the counts are what could be subtracted
  return (
    image.open !== undefined && Buffer.from(flash).includes(Buffer.from(packContents(image.open).subarray(3)))
  );
}

/** Every fault found after a cut at each `step`th byte of `deed`, begun on `bytes`. */
export function cutEverywhere(
  bytes: Uint8Array,
  deed: Deed,
  weaken: Weaken = (port) => port,
  step = 1,
): string[] {
  const faults: string[] = [];
  const whole = start(bytes, weaken);
  const before = readImage(whole.bytes);
  const started = whole.bytesDone;
  deed.run();
  const after = readImage(whole.bytes);
  const bytesDone = whole.bytesDone - started;
  for (let cut = 0; cut <= bytesDone; cut += step) {
    const say = (fault: string) => faults.push(`${deed.name}, cut at byte ${cut}: ${fault}`);
    const chip = start(bytes, weaken);
    chip.cutAfterBytes(cut);
    try {
      deed.run();
      if (cut < bytesDone) say('ran on without power');
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    }
    chip.cancelCut();
    if (!openLedger(weaken(portOf(chip)), random32)) say('is unusable');
    const image = readImage(chip.bytes);
    for (const complaint of image.complaints) say(complaint);
    if (!image.isOtherBlank) say('the other page is not blank');
    const now = digest(image);
    if (now !== digest(before) && now !== digest(after)) say('is neither as before nor as after');
    const isCounted = before.open?.counts.join() !== after.open?.counts.join();
    if (isCounted && before.newest === after.newest && holds(chip.bytes, before) && holds(chip.bytes, after))
      say('two snapshots');
    countCheck(check, 90);
    const next = readImage(chip.bytes);
    const sumOf = (from: LedgerImage) => from.open?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
    if (sumOf(next) !== sumOf(image) + check.length) say('does not count on');
  }
  return faults;
}
