import type { KioskHealth } from '../../store/kiosk-health';
import { judgeKiosk, sampledVitals } from './judge-kiosk';

const UNKNOWN = 'not known yet';

/** The kiosk's own last error, or the last failed try to reach it, in words. */
function errorWords({ vitals, lastSyncError }: KioskHealth): string {
  const onKiosk = vitals && vitals.lastError > 0 ? `The kiosk reported error ${vitals.lastError}.` : '';
  const words = `${onKiosk} ${lastSyncError ?? ''}`.trim();
  return words || 'none reported';
}

/** One kiosk: how it is, how old its data is, and what to do. */
export function KioskCard({ kiosk, store, nowMs }: { kiosk: KioskHealth; store: string; nowMs: number }) {
  const verdict = judgeKiosk(kiosk, nowMs);
  const { vitals } = kiosk;
  const sampled = sampledVitals(kiosk);
  const facts: [string, string][] = [
    ['Store', store],
    ['Battery', sampled ? `${sampled.batteryPercent} %` : UNKNOWN],
    ['Sheets waiting', kiosk.sheetsWaiting === null ? UNKNOWN : String(kiosk.sheetsWaiting)],
    ['Last error', errorWords(kiosk)],
    ['Firmware', vitals ? `${vitals.version} on ${kiosk.board}` : kiosk.board],
    ['Kind', kiosk.isSimulated ? 'simulated' : 'real'],
  ];
  return (
    <section class={`panel kiosk ${verdict.state}`} aria-labelledby={`kiosk-${kiosk.kioskId}`}>
      <h2 id={`kiosk-${kiosk.kioskId}`}>{kiosk.name}</h2>
      <p class="state">
        <strong>{verdict.word}</strong> · data age: {verdict.dataAge}
      </p>
      {verdict.advice.map((sentence) => (
        <p class="advice">{sentence}</p>
      ))}
      <dl class="facts">
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
