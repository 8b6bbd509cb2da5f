/** A plain model of the ledger, and random months in which both must stay the same. */
import fc from 'fast-check';
import { setClock } from '../../firmware/ledger/clock';
import {
  closeIfDue,
  countAside,
  countCheck,
  openLedger,
  readSheet,
  remember,
  saveSettings,
} from '../../firmware/ledger/ledger';
import { FIELD_ACKNOWLEDGED } from '../../firmware/ledger/records';
import { FlashChip } from '../../firmware/simulator/flash-chip';
import { PowerCut } from '../../firmware/simulator/signals';
import { packContents, type SheetContents } from '../../shared/wire/sheet-contents';
import { type LedgerImage, makeFlash, portOf, readImage } from './ledger-flash';
import { makeShoppers } from './ledger-shoppers';

const MINIMUM = 5;
const DAY_S = 86_400;
const HOUR_S = 3600;
const UNKNOWN = 65_535;
const ROOM_BYTES = 2400;
const shoppers = makeShoppers(11, false);
const checks = Array.from({ length: 40 }, () => shoppers.drawCheck());
const asides = [79, 80, 81, 82, 95, 96, 101, 102];

/** One thing that happens. */
export type Command =
  | { kind: 'check'; which: number }
  | { kind: 'aside'; which: number }
  | { kind: 'hours'; count: number }
  | { kind: 'busyDays'; count: number; checksADay: number }
  | { kind: 'clock'; day: number; hour: number }
  | { kind: 'acknowledge'; upTo: number }
  | { kind: 'settings'; length: number }
  | { kind: 'restart' }
  | { kind: 'cut'; bytes: number; during: Command };

interface Model {
  open: number[];
  /** the open counts when they were last sure to be in flash */
  kept: number[];
  sheetDay: number;
  hours: number;
  sheets: [number, SheetContents][];
  newest: number;
  acknowledged: number;
  finished: number;
  settings: number[];
  /** store time at uptime 0, or 0; and the uptime */
  clockS: number;
  uptimeS: number;
}

const sumOf = (counts: readonly number[], first: number, size: number) =>
  counts.slice(first, first + size).reduce((sum, count) => sum + count, 0);

function emptyModel(): Model {
  const zeros = new Array<number>(108).fill(0);
  return {
    ...{ open: zeros.slice(), kept: zeros, sheetDay: UNKNOWN, hours: 0, sheets: [], newest: 0 },
    ...{ acknowledged: 0, finished: 0, settings: [], clockS: 0, uptimeS: 0 },
  };
}

function dayOf(model: Model): number {
  return model.clockS ? Math.floor((model.clockS + model.uptimeS) / DAY_S) : UNKNOWN;
}

function bump(model: Model, counters: readonly number[]): void {
  for (const counter of counters) model.open[counter] = (model.open[counter] ?? 0) + 1;
}

function modelClose(model: Model): void {
  const today = dayOf(model);
  const isOver = today === UNKNOWN || model.sheetDay === UNKNOWN ? model.hours >= 24 : today > model.sheetDay;
  const held = model.sheets
    .filter(([number]) => number > model.acknowledged)
    .reduce((sum, [, contents]) => sum + packContents(contents).length + 8, 0);
  const isEnough = (model.open[0] ?? 0) >= MINIMUM && sumOf(model.open, 37, 6) >= MINIMUM;
  if (!isOver || !isEnough || held > ROOM_BYTES) return;
  model.newest++;
  model.sheets.push([model.newest, { epochDay: today, counts: model.open }]);
  model.finished += sumOf(model.open, 0, 2);
  model.open = new Array<number>(108).fill(0);
  model.kept = model.open.slice();
  model.sheetDay = UNKNOWN;
  model.hours = 0;
}

/** Applies a command to a model; `seen` gets a copy after every step on which a cut may leave the ledger. */
function applyToModel(model: Model, command: Command, seen: Model[]): void {
  const see = () => seen.push(structuredClone(model));
  if (command.kind === 'check') {
    const isDayOver = model.hours >= 24;
    bump(model, checks[command.which] ?? []);
    model.sheetDay = dayOf(model);
    model.kept = model.open.slice();
    see();
    if (isDayOver) model.hours = 0;
  } else if (command.kind === 'aside') bump(model, [asides[command.which] ?? 0]);
  else if (command.kind === 'hours') {
    for (let hour = 0; hour < command.count; hour++) {
      model.uptimeS += HOUR_S;
      if (!model.clockS && model.hours < 24) model.hours++;
      see();
      modelClose(model);
      see();
    }
  } else if (command.kind === 'busyDays') {
    for (let day = 0; day < command.count; day++) {
      for (let check = 0; check < command.checksADay; check++)
        applyToModel(model, { kind: 'check', which: (day + check) % checks.length }, seen);
      applyToModel(model, { kind: 'hours', count: 24 }, seen);
    }
  } else if (command.kind === 'clock') {
    model.clockS = command.day * DAY_S + command.hour * HOUR_S - model.uptimeS;
    if (model.sheetDay === UNKNOWN || dayOf(model) < model.sheetDay) {
      model.sheetDay = dayOf(model);
      model.kept = model.open.slice();
    }
  } else if (command.kind === 'acknowledge') {
    if (command.upTo > model.acknowledged && command.upTo <= model.newest) model.acknowledged = command.upTo;
  } else if (command.kind === 'settings')
    model.settings = Array.from({ length: command.length }, (_, i) => 200 - i);
  see();
}

function applyToLedger(model: Model, command: Command): void {
  let uptimeS = model.uptimeS;
  const run = (step: Command) => {
    if (step.kind === 'check') countCheck(checks[step.which] ?? [], uptimeS);
    else if (step.kind === 'aside') countAside(asides[step.which] ?? 0);
    else if (step.kind === 'hours')
      for (let hour = 0; hour < step.count; hour++) {
        uptimeS += HOUR_S;
        closeIfDue(MINIMUM, uptimeS);
      }
    else if (step.kind === 'busyDays')
      for (let day = 0; day < step.count; day++) {
        for (let check = 0; check < step.checksADay; check++)
          run({ kind: 'check', which: (day + check) % checks.length });
        run({ kind: 'hours', count: 24 });
      }
    else if (step.kind === 'clock') setClock(step.day * DAY_S + step.hour * HOUR_S, 0, uptimeS);
    else if (step.kind === 'acknowledge') remember(FIELD_ACKNOWLEDGED, step.upTo);
    else if (step.kind === 'settings')
      saveSettings(Uint8Array.from({ length: step.length }, (_, i) => 200 - i));
  };
  run(command);
}

/** Why the image is not what the model says; undefined when it is. */
function findDifference(image: LedgerImage, model: Model): string | undefined {
  const held = model.sheets.filter(([number]) => number > model.acknowledged);
  for (const [number, contents] of held)
    if (JSON.stringify(image.sheets.get(number)) !== JSON.stringify(contents)) return `sheet ${number}`;
  for (let counter = 0; counter < 108; counter++) {
    const count = image.open?.counts[counter] ?? -1;
    const isLoose = counter >= 79 && counter < 103;
    const least = model.kept[counter] ?? 0;
    const most = isLoose ? (model.open[counter] ?? 0) : least;
    if (count < least || count > most) return `counter ${counter} is ${count}, not ${least} to ${most}`;
  }
  const says = [image.newest, image.acknowledged, image.finished, image.hours, ...image.settings].join();
  const should = [model.newest, model.acknowledged, model.finished, model.hours, ...model.settings].join();
  if (says !== should) return `${says} is not ${should}`;
  if (image.open?.epochDay !== model.sheetDay) return `day ${image.open?.epochDay}, not ${model.sheetDay}`;
  return image.complaints[0];
}

/** Runs a month on a ledger and on the model; throws at the first difference. */
export function liveThrough(commands: readonly Command[]): void {
  const chip = new FlashChip(makeFlash());
  let model = emptyModel();
  const startAgain = () => openLedger(portOf(chip), () => 77);
  startAgain();
  for (const command of commands) {
    const states = [structuredClone(model)];
    const during = command.kind === 'cut' ? command.during : command;
    const before = structuredClone(model);
    applyToModel(model, during, states);
    if (command.kind === 'cut') chip.cutAfterBytes(command.bytes);
    let isCut = false;
    try {
      applyToLedger(before, during);
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      isCut = true;
    }
    chip.cancelCut();
    if (command.kind === 'cut' || command.kind === 'restart') {
      startAgain();
      const image = readImage(chip.bytes);
      if (!image.isOtherBlank) throw new Error('the other page is not blank after a start');
      const candidates = isCut ? states : [model];
      const found = candidates.find((candidate) => !findDifference(image, candidate));
      if (!found) throw new Error(`after a cut: ${findDifference(image, candidates.at(-1) ?? model)}`);
      const open = [...(image.open?.counts ?? [])];
      model = { ...structuredClone(found), open, kept: open.slice(), clockS: 0, uptimeS: 0 };
    }
    const difference = findDifference(readImage(chip.bytes), model);
    if (difference) throw new Error(difference);
    for (const [number, contents] of model.sheets)
      if (number > model.acknowledged && readSheet(number)?.join() !== packContents(contents).join())
        throw new Error(`sheet ${number} is read wrongly`);
  }
}

const plain: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('check' as const), which: fc.nat(39) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('aside' as const), which: fc.nat(7) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('hours' as const), count: fc.integer({ min: 1, max: 30 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('busyDays' as const),
      count: fc.integer({ min: 1, max: 12 }),
      checksADay: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      day: fc.integer({ min: 20_000, max: 20_060 }),
      hour: fc.nat(23),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('acknowledge' as const), upTo: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settings' as const), length: fc.nat(95) }) },
  { weight: 1, arbitrary: fc.constant<Command>({ kind: 'restart' }) },
);
/** Months: whatever happens at kiosks, and the power cut at any byte of it. */
export const anyMonth: fc.Arbitrary<Command[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: plain },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('cut' as const),
        bytes: fc.oneof(fc.nat(120), fc.nat(9000)),
        during: plain,
      }),
    },
  ),
  { minLength: 1, maxLength: 40 },
);
