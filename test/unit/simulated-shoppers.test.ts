import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seededRandom } from '../../companion/simulation/random';
import { letShopperCome, makeSimulatedKiosk } from '../../companion/simulation/simulated-kiosk';
import { TALLY_STAFF } from '../../shared/tallies';
import { readImage } from './ledger-flash';

const LEDGER_END = 12_288;
const STAFF_ANSWERS = 3;

test('made-up shoppers walk through all pages of a result, QR codes too, to the staff’s answer', () => {
  const random = seededRandom(3);
  const image = new Uint8Array(readFileSync('dist/firmware/pixljs/image.bin'));
  const kiosk = makeSimulatedKiosk(image, random, Date.parse('2026-03-02T09:00:00Z'));
  kiosk.board.powerOn();
  kiosk.advanceTo(Date.parse('2026-03-02T09:01:00Z'));
  for (let shopper = 0; shopper < 30; shopper++) letShopperCome(kiosk, random);
  const { open } = readImage(kiosk.board.flash.slice(0, LEDGER_END));
  const answers = open?.counts.slice(TALLY_STAFF, TALLY_STAFF + STAFF_ANSWERS) ?? [];
  expect(answers.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
});
