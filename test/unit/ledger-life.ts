/** How long the flash of a busy kiosk lasts, from erases and word writes that were counted, not estimated. */
import { setClock } from '../../firmware/ledger/clock';
import {
  closeIfDue,
  countAside,
  countCheck,
  markBoot,
  openLedger,
  remember,
} from '../../firmware/ledger/ledger';
import { recall } from '../../firmware/ledger/live';
import { FIELD_ACKNOWLEDGED, FIELD_NEWEST } from '../../firmware/ledger/records';
import { ERASES_PER_PAGE, FlashChip } from '../../firmware/simulator/flash-chip';
import { makeFlash, portOf } from './ledger-flash';
import { makeShoppers } from './ledger-shoppers';

const DAY_S = 86_400;
const DAY = 20_000;

/** What a kiosk's flash went through. */
export interface Life {
  checksADay: number;
  /** closed sheets that no companion acknowledged while it was measured */
  held: number;
  erasesADay: number;
  wordWritesADay: number;
  years: number;
}

/**
 * Runs a kiosk that starts once a day until it holds `held` unacknowledged sheets (or as many as find room), then
 * measures for `days` days. The chip throws when a block is written too often between two erases.
 */
export function measureLife(checksADay: number, held: number, days: number): Life {
  const chip = new FlashChip(makeFlash());
  const shoppers = makeShoppers(9, false);
  let wordWrites = 0;
  const port = portOf(chip);
  const counting = {
    ...port,
    write: (offset: number, bytes: Uint8Array) => {
      wordWrites += bytes.length / 4;
      port.write(offset, bytes);
    },
  };
  let erasesBefore = 0;
  for (let day = 0; day < held + 1 + days; day++) {
    if (day === held + 1) {
      erasesBefore = Math.max(...chip.erases);
      wordWrites = 0;
    }
    openLedger(counting, () => 1);
    markBoot(false);
    setClock((DAY + day) * DAY_S, 0, 30);
    closeIfDue(10, 31);
    markBoot(true);
    const newest = recall(FIELD_NEWEST);
    if (newest > held) remember(FIELD_ACKNOWLEDGED, newest - held);
    for (let check = 0; check < checksADay; check++) {
      countCheck(shoppers.drawCheck(), 100 + check);
      shoppers.drawAside().forEach(countAside);
    }
  }
  const erasesADay = (Math.max(...chip.erases) - erasesBefore) / days;
  return {
    checksADay,
    held: recall(FIELD_NEWEST) - recall(FIELD_ACKNOWLEDGED),
    erasesADay,
    wordWritesADay: wordWrites / days,
    years: ERASES_PER_PAGE / erasesADay / 365,
  };
}
