import { z } from 'zod';

/** The version of the messages below. A reader takes what it knows of a message and leaves the rest. */
export const FORWARD_VERSION = 1;

/** Most spans and vitals in one message. */
export const SPANS_MAX = 20;
export const VITALS_MAX = 500;
const KIOSKS_MAX = 200;
const COUNTERS_MAX = 1000;
/** More checks than a store sees in a lifetime. */
const COUNT_MAX = 100_000_000;

const day = z.iso.date();
const moment = z.iso.datetime();
const kioskId = z.string().regex(/^[0-9a-f]{16}$/);
/** Line ends and signs that turn text around: nothing of them is in a name or a sentence. */
const NOT_ON_A_LINE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.search(NOT_ON_A_LINE) < 0);
const shortText = line(200);
/** Why a kiosk cannot be read, what to do, and what that may come from. */
const SENTENCES_MAX = 1000;

/** Sentences as a receiver takes them: on one line, and not longer than it allows. */
export const fitSentences = (text: string): string =>
  text.replace(NOT_ON_A_LINE, ' ').slice(0, SENTENCES_MAX);
const count = z.int().min(0).max(COUNT_MAX);
const band = z.int().min(10).max(COUNT_MAX).nullable();

const record = z.object({
  storeId: z.string().max(40),
  spanNo: z.int().min(1).max(100_000),
  firstDay: day,
  lastDay: day,
  publishedOn: day,
  isSimulated: z.boolean(),
  bands: z.array(band).min(1).max(COUNTERS_MAX),
  finished: band,
  started: band,
  kiosks: z.int().min(1).max(KIOSKS_MAX),
});

const kiosk = z.object({
  kioskId,
  name: shortText.max(60),
  board: shortText.max(20),
  /** ISO time; null: never */
  lastHeardAt: moment.nullable(),
  lastError: line(SENTENCES_MAX).nullable(),
  sheetsWaiting: count.nullable(),
  sheetsNotReceived: count,
  sheetsQuarantined: count,
});

/** A day's vitals of a kiosk, without its totals: those are exact, and shown nowhere. */
const reading = z.object({
  newestSheet: count,
  oldestSheet: count,
  ackedSheet: count,
  clock: z.object({ unixS: z.number(), utcOffsetMin: z.number() }).nullable(),
  boots: count,
  lastError: count,
  batteryPercent: count,
  runningHours: count,
  freeFlashBytes: count,
  freeVariables: count,
  version: shortText,
  bundle: shortText,
  settings: shortText,
  interpreter: shortText,
});

/** What a store's companion sends to its chain's: at least once, in any order of messages, each of them whole. */
export const forwardMessage = z.object({
  version: z.literal(FORWARD_VERSION),
  storeId: z.string().max(40),
  /** by number, without gaps */
  spans: z.array(z.object({ record, totals: z.array(count).min(1).max(COUNTERS_MAX) })).max(SPANS_MAX),
  kiosks: z.array(kiosk).max(KIOSKS_MAX),
  vitals: z.array(z.object({ kioskId, day, readAt: moment, reading })).max(VITALS_MAX),
});
export type ForwardMessage = z.output<typeof forwardMessage>;

/** What the receiver holds of a store; the sender goes on from there. */
export const forwardState = z.object({
  /** the versions that the receiver reads */
  versions: z.array(z.int()),
  storeId: z.string(),
  /** 0: none */
  newestSpanNo: z.int().min(0),
  /** of the newest span's contents, see `hashSpan`; absent: none, or a receiver that does not tell yet */
  newestSpanHash: z.string().optional(),
  /** ISO times of the newest vitals of each kiosk */
  vitalsReadAt: z.record(kioskId, moment),
  /** sentences for the sender's owner about what was left out */
  refused: z.array(z.string()),
});
export type ForwardState = z.output<typeof forwardState>;
