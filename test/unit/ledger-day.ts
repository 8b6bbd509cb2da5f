/** A day at a kiosk, its power cut at every byte that it writes or erases, and what is wrong after the next start. */
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
import {
  FIELD_ACKNOWLEDGED,
  FIELD_MAINTAIN,
  type FlashPort,
  HEAD_BYTES,
  KIND_OPEN,
  RECORD_BYTES,
} from '../../firmware/ledger/records';
import { FlashChip, PAGE_BYTES } from '../../firmware/simulator/flash-chip';
import { packContents } from '../../shared/wire/sheet-contents';
import { makeUsedFlash, type Weaken } from './ledger-cuts';
import { type LedgerImage, portOf, readImage } from './ledger-flash';
import { makeShoppers } from './ledger-shoppers';

const DAY_S = 86_400;
const TODAY_S = 20_004 * DAY_S;
const MINIMUM = 5;
const CHECKS = 50;
const SETTINGS = 95;
const COUNTERS = 108;
/** Format and store day before the counts of a packed sheet; the CRC after a record. */
const DAY_BYTES = 3;
const CRC_BYTES = 4;
const random32 = () => 0x01020304;

/** What the flash must say; one model between two steps, the one before or the one after a step while it is cut. */
interface Model {
  open: number[];
  sheets: Map<number, number[]>;
  acknowledged: number;
  settings: number[];
  clock: number;
  maintain: number;
}

interface Step {
  run(): void;
  change(model: Model): void;
}

/** One write, or an erase when there are no bytes, and the step that it belongs to. */
interface FlashDeed {
  readonly step: number;
  readonly at: number;
  readonly bytes: Uint8Array | null;
}

/** The whole day: a boot, clock, close, acknowledgements of two companions, settings, checks up to two carries. */
function planDay(): Step[] {
  const shoppers = makeShoppers(3, false);
  const settings = (first: number) => Array.from({ length: SETTINGS }, (_, i) => (first + i) & 255);
  const nothing = () => undefined;
  const check = (second: number): Step => {
    const counters = [...shoppers.drawCheck(), 0, 37];
    const aside = shoppers.drawAside();
    return {
      run: () => {
        aside.forEach(countAside);
        countCheck(counters, second);
      },
      change: ({ open }) => {
        for (const counter of [...aside, ...counters]) open[counter] = (open[counter] ?? 0) + 1;
      },
    };
  };
  const acknowledge = (upTo: number): Step => ({
    run: () => remember(FIELD_ACKNOWLEDGED, upTo),
    change: (model) => {
      model.acknowledged = Math.max(model.acknowledged, upTo);
    },
  });
  const save = (first: number): Step => ({
    run: () => saveSettings(Uint8Array.from(settings(first))),
    change: (model) => {
      model.settings = settings(first);
    },
  });
  const close: Step = {
    run: () => closeIfDue(MINIMUM, 40),
    change: (model) => {
      model.sheets.set(Math.max(0, ...model.sheets.keys()) + 1, model.open);
      model.open = new Array<number>(COUNTERS).fill(0);
    },
  };
  const clock: Step = {
    run: () => setClock(TODAY_S, 60, 30),
    change: (model) => {
      model.clock = TODAY_S;
    },
  };
  const maintenance: Step = {
    run: () => remember(FIELD_MAINTAIN, 1),
    change: (model) => {
      model.maintain = 1;
    },
  };
  const checks = Array.from({ length: CHECKS }, (_, index) => check(100 + index * 60));
  return [
    { run: () => markBoot(false), change: nothing },
    clock,
    close,
    { run: () => markBoot(true), change: nothing },
    ...checks.slice(0, 10),
    acknowledge(2),
    ...checks.slice(10, 20),
    save(7),
    acknowledge(2),
    ...checks.slice(20, 40),
    acknowledge(4),
    save(90),
    maintenance,
    ...checks.slice(40),
  ];
}

function modelOf(image: LedgerImage): Model {
  return {
    open: [...(image.open?.counts ?? [])],
    sheets: new Map([...image.sheets].map(([number, { counts }]) => [number, [...counts]])),
    acknowledged: image.acknowledged,
    settings: image.settings,
    clock: image.clock,
    maintain: image.maintain,
  };
}

function describeModel({ sheets, ...rest }: Model): string {
  return JSON.stringify([rest, [...sheets].filter(([number]) => number > rest.acknowledged)]);
}

/** The counts in every snapshot of an open sheet that was ever written, as they lie in flash: packed, day and format apart. */
function listSnapshots(deeds: readonly FlashDeed[]): Buffer[] {
  const found = deeds.flatMap(({ bytes }) => {
    if (bytes?.[0] !== KIND_OPEN || bytes.length <= RECORD_BYTES) return [];
    return [Buffer.from(bytes.subarray(HEAD_BYTES + DAY_BYTES, bytes.length - CRC_BYTES)).toString('latin1')];
  });
  return [...new Set(found)].map((text) => Buffer.from(text, 'latin1'));
}

/** Lives the day once, whole, and writes down every deed of the flash and the model after each step. */
function liveDay(before: Uint8Array, weaken: Weaken) {
  const chip = new FlashChip(before.slice());
  const deeds: FlashDeed[] = [];
  const port = weaken(portOf(chip));
  let step = 0;
  const recording: FlashPort = {
    ...port,
    write: (at, bytes) => {
      const was = chip.bytes.slice();
      port.write(at, bytes);
      if (chip.bytes.some((byte, index) => byte !== was[index]))
        deeds.push({ step, at, bytes: bytes.slice() });
    },
    erase: (at) => {
      deeds.push({ step, at, bytes: null });
      port.erase(at);
    },
  };
  openLedger(recording, random32);
  const model = modelOf(readImage(chip.bytes));
  const models = [describeModel(model)];
  for (const { run, change } of planDay()) {
    step++;
    run();
    change(model);
    models.push(describeModel(model));
  }
  const lastImage = describeModel(modelOf(readImage(chip.bytes)));
  return { deeds, models, erases: Math.max(...chip.erases), isAsPlanned: lastImage === models.at(-1) };
}

/** What is wrong once a flash that was cut during a step has been started again. */
function findFaults(
  flash: Uint8Array,
  allowed: readonly string[],
  snapshots: readonly Buffer[],
  weaken: Weaken,
): string[] {
  const chip = new FlashChip(flash.slice());
  if (!openLedger(weaken(portOf(chip)), random32)) return ['is unusable'];
  const image = readImage(chip.bytes);
  const faults = [...image.complaints];
  if (!image.isOtherBlank) faults.push('the other page is not blank');
  if (!allowed.includes(describeModel(modelOf(image))))
    faults.push('is neither as before nor as after the step');
  const closed = [...image.sheets.values()].map((sheet) =>
    Buffer.from(packContents(sheet).subarray(DAY_BYTES)),
  );
  const dump = Buffer.from(chip.bytes);
  const held = snapshots.filter((body) => dump.includes(body) && !closed.some((sheet) => sheet.equals(body)));
  if (held.length > 1) faults.push('holds two snapshots');
  countCheck([0, 37], 9000);
  const next = readImage(chip.bytes).open?.counts[0] ?? 0;
  if (next !== (image.open?.counts[0] ?? 0) + 1) faults.push('does not count on');
  return faults;
}

/** A day with a cut at each `every`th byte of it. */
export interface CutDay {
  readonly cuts: number;
  /** most erases of a page in the day: carries */
  readonly erases: number;
  /** the whole day, uncut, ended as its model says */
  readonly isAsPlanned: boolean;
  readonly faults: readonly string[];
}

/** Cuts a day at each `every`th byte. A fault says where. */
export function cutDay(every: number, weaken: Weaken = (port) => port): CutDay {
  const flash = makeUsedFlash();
  // the first start of the day tidies up; the day begins with the flash that it leaves
  openLedger(portOf(new FlashChip(flash)), random32);
  const { deeds, models, erases, isAsPlanned } = liveDay(flash, weaken);
  const faults: string[] = [];
  const snapshots = listSnapshots(deeds);
  let cuts = 0;
  let position = 0;
  for (const { step, at, bytes } of deeds) {
    const allowed = models.slice(Math.max(0, step - 1), step + 1);
    const length = bytes ? bytes.length : PAGE_BYTES;
    for (let done = 0; done < length; done++) {
      if (position++ % every === 0) {
        cuts++;
        for (const fault of findFaults(flash, allowed, snapshots, weaken))
          faults.push(`byte ${position - 1}, in step ${step}: ${fault}`);
      }
      flash[at + done] = bytes ? (flash[at + done] ?? 0) & (bytes[done] ?? 0) : 0xff;
    }
  }
  return { cuts, erases, isAsPlanned, faults };
}
