import { batteryDaysLeft } from '../../store/battery-days';
import type { KioskHealth } from '../../store/kiosk-health';
import { sampledVitals } from '../../store/needs-look';
import { ageWords } from '../bands/dates';
import type { Interval } from '../bands/interval';
import { judgeKiosk } from './judge-kiosk';
import { errorWords } from './kiosk-errors';

const UNKNOWN = 'not known yet';
const HOUR_MS = 3_600_000;
const BOARD_NAMES: Readonly<Record<string, string>> = { pixljs: 'Pixl.js', banglejs2: 'Bangle.js 2' };

const rangeWords = ({ low, high }: Interval): string => (low === high ? String(low) : `${low} to ${high}`);

/** "81 %, about 60 to 90 days left", as far as it can be told. */
function batteryWords(kiosk: KioskHealth): string {
  const sampled = sampledVitals(kiosk);
  if (!sampled) return UNKNOWN;
  const days = batteryDaysLeft(kiosk.batterySamples);
  return `${sampled.batteryPercent} %, ${
    days ? `about ${rangeWords(days)} days left` : 'not falling: on mains, or too new to tell'
  }`;
}

/** One kiosk: how it is, how old its data is, and what to do. */
export function KioskCard({ kiosk, store, nowMs }: { kiosk: KioskHealth; store: string; nowMs: number }) {
  const verdict = judgeKiosk(kiosk, nowMs);
  const { vitals } = kiosk;
  const boardName = BOARD_NAMES[kiosk.board] ?? kiosk.board;
  const facts: [string, string][] = [
    ['Battery', batteryWords(kiosk)],
    ['Sheets waiting', kiosk.sheetsWaiting === null ? UNKNOWN : String(kiosk.sheetsWaiting)],
    ['Last error', errorWords(kiosk)],
    ['Firmware', vitals ? `${vitals.version} on ${boardName}, Espruino ${vitals.interpreter}` : boardName],
    [
      'Running',
      vitals && sampledVitals(kiosk)
        ? `for ${ageWords(vitals.runningHours * HOUR_MS)}, as of its last sample`
        : UNKNOWN,
    ],
    ['Kind', kiosk.isSimulated ? 'simulated' : 'real'],
  ];
  return (
    <section
      class={`panel kiosk ${verdict.state}`}
      aria-labelledby={`kiosk-${kiosk.kioskId} store-${kiosk.kioskId}`}
    >
      <h2 id={`kiosk-${kiosk.kioskId}`}>{kiosk.name}</h2>
      <p class="state">
        <strong>{verdict.word}</strong> · data age: {verdict.dataAge}
      </p>
      {verdict.advice.map((sentence) => (
        <p class="advice">{sentence}</p>
      ))}
      <dl class="facts">
        <dt>Store</dt>
        <dd id={`store-${kiosk.kioskId}`}>{store}</dd>
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
        <dt>Identity</dt>
        <dd>
          <code>{kiosk.kioskId}</code>
        </dd>
      </dl>
    </section>
  );
}
