import { describe, expect, test } from 'vitest';
import {
  askSheet,
  askVitals,
  tellAck,
  tellClock,
  tellMaintain,
  tellSettings,
} from '../../shared/wire/requests';
import { DEFAULT_SETTINGS } from '../../shared/wire/settings';
import { makeUsedFlash } from '../unit/ledger-cuts';
import { createBallast, expectedFrames, VARIABLES_LIMIT } from './ballast';
import { readImage } from './image';
import { interpreterMissing, interpreterPath } from './interpreter';
import { runOnDevice } from './run-script';
import { type Script, scriptOf } from './script';
import {
  type Companion,
  FREE_AS_SIMULATED,
  RADIO_STAND_IN,
  recordTalk,
  saidOnDevice,
  sayAgain,
} from './talk';

const NONCE = 'abcdefgh';
const FROM_MS = 2000;
const LEDGER = [4096, 12_288] as const;

/** The image with two closed sheets and an open one. */
function imageWithSheets(): Uint8Array {
  const image = readImage();
  image.set(makeUsedFlash().subarray(...LEDGER), LEDGER[0]);
  return image;
}
const quiet = (endMs: number): Script => ({ name: 'nobody', steps: [], endMs });

const talks = [
  {
    name: 'a whole sync: hello, vitals, sheets, clock, settings, acknowledgement',
    script: quiet(30_000),
    talk(companion: Companion) {
      companion.connect();
      const { epoch, oldestSheet, newestSheet } = companion.greet();
      companion.tell(tellAck(epoch, 0));
      companion.ask(askVitals(NONCE));
      for (let sheetNo = oldestSheet; sheetNo <= newestSheet; sheetNo++) companion.ask(askSheet(sheetNo));
      companion.tell(tellClock(1_800_000_000, 60));
      companion.tell(tellSettings(DEFAULT_SETTINGS.replace('\x0a', '\x14')));
      companion.tell(tellAck(epoch, newestSheet));
      companion.ask(askVitals(NONCE));
      companion.end();
    },
  },
  {
    name: 'what is refused: without proof, unreadable, out of range, with a bad or a used tag, in parts of which one is missing',
    script: quiet(60_000),
    talk(companion: Companion) {
      companion.connect();
      companion.read(); // what stands there before anything was asked
      companion.ask(askVitals(NONCE));
      companion.ask(askSheet(1));
      const { epoch } = companion.greet();
      const signed = companion.sign(tellAck(epoch, 0));
      companion.ask(`${signed.slice(0, -1)}\0`);
      companion.ask(signed);
      const good = companion.sign(tellAck(epoch, 0));
      companion.ask(good);
      companion.ask(good);
      companion.ask(askSheet(9));
      companion.ask(askSheet(0));
      for (const request of ['\x0a12345678', '\x01', '\x02', '\x03', '\x04\x09', '\x10'])
        companion.ask(request);
      companion.tell(tellClock(1_600_000_000, 0));
      companion.tell(tellClock(1_800_000_000, 1441));
      companion.tell(tellSettings(DEFAULT_SETTINGS.slice(1)));
      companion.tell(tellSettings(DEFAULT_SETTINGS.replace('\x0a', '\x04')));
      companion.tell(tellMaintain());
      const [first = '', second = '', third = '', fourth = ''] = companion.split(
        companion.sign(tellSettings(DEFAULT_SETTINGS)),
      );
      for (const part of [first, second, second, first, third]) companion.write(part);
      companion.read(); // still the answer before it
      for (const part of [fourth, fourth]) companion.write(part);
      companion.read();
      const [again = '', , last = ''] = companion.split(companion.sign(tellSettings(DEFAULT_SETTINGS)));
      for (const part of [again, last]) companion.write(part);
      companion.read();
      companion.end();
    },
  },
  {
    name: 'connections that end: after 20 s without a valid tag, 30 s without a request, 10 s after the challenge',
    script: quiet(150_000),
    talk(companion: Companion) {
      companion.connect();
      companion.greet();
      companion.wait(25_000); // the kiosk ends it
      companion.connect();
      const { epoch } = companion.greet();
      const late = companion.sign(tellAck(epoch, 0));
      companion.wait(10_001);
      companion.ask(late);
      companion.tell(tellAck(epoch, 0));
      companion.wait(29_000);
      companion.ask(askVitals(NONCE));
      companion.wait(32_000); // and again
      companion.connect();
      companion.ask(askVitals(NONCE)); // the proof has ended with the connection
      for (const part of companion.split(companion.sign(tellSettings(DEFAULT_SETTINGS))).slice(0, 2))
        companion.write(part);
      companion.end();
      companion.connect();
      companion.tell(tellAck(epoch, 0));
      companion.end();
    },
  },
  {
    name: 'a sync while a shopper steps through a check',
    script: scriptOf('a check', [1, 3, 3, 3, 3, 3, 2, 3, 3, 1, 2, 3, 3, 1, 3, 3]),
    talk(companion: Companion) {
      companion.connect();
      const { epoch, newestSheet } = companion.greet();
      companion.tell(tellAck(epoch, 0));
      for (let sheetNo = 1; sheetNo <= newestSheet; sheetNo++) companion.ask(askSheet(sheetNo));
      companion.ask(askVitals(NONCE));
      companion.tell(tellAck(epoch, newestSheet));
      companion.end();
    },
  },
] as const;

describe.skipIf(!interpreterPath)(
  `the radio on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    const image = imageWithSheets();
    test.each(talks)('$name: every reply, frame and byte of flash as simulated', ({ script, talk }) => {
      const recording = recordTalk(image, script, FROM_MS, talk);
      const run = runOnDevice(image, script, {
        before: RADIO_STAND_IN + FREE_AS_SIMULATED,
        started: sayAgain(recording),
      });
      expect(run.errors).toEqual([]);
      expect(recording.said.length).toBeGreaterThan(10);
      expect(saidOnDevice(run.output)).toEqual(recording.said);
      expect(run.flash).toEqual(recording.flash);
      expect(run.frames).toEqual(recording.frames);
    });

    test.each([
      ['from its first screens on', FROM_MS],
      ['while it is counted', 17_000],
    ])(
      `a sync in the middle of a check, %s, takes no more than ${VARIABLES_LIMIT} variables either`,
      (_when, fromMs) => {
        const [, , , { script, talk }] = talks;
        const recording = recordTalk(image, script, fromMs, talk);
        const run = createBallast(image, {
          before: RADIO_STAND_IN,
          instead: 'onWrite=onConnect=onEnd=()=>{};reply="";',
          started: sayAgain(recording),
        });
        const { faults, frames } = run(script, VARIABLES_LIMIT);
        expect(faults).toEqual([]);
        expect(frames).toEqual(expectedFrames(image, script));
      },
    );
  },
);
