import { batteryDaysLeft } from '../../store/battery-days';
import type { KioskHealth } from '../../store/kiosk-health';
import { sampledVitals } from '../../store/needs-look';
import { writeCsv } from '../bands/csv';
import { judgeKiosk } from './judge-kiosk';
import { errorWords } from './kiosk-errors';

const HEADER = [
  ...['store', 'kiosk', 'name', 'simulated', 'state', 'last_heard', 'battery_percent'],
  ...['battery_days_at_least', 'battery_days_at_most', 'sheets_waiting', 'sheets_not_received'],
  ...['sheets_set_aside', 'board', 'firmware', 'interpreter', 'running_hours', 'last_error'],
];

/** How every kiosk is, as a file. */
export function kiosksCsv(kiosks: readonly KioskHealth[], nowMs: number): string {
  const rows = kiosks.map((kiosk) => {
    const { vitals } = kiosk;
    const days = batteryDaysLeft(kiosk.batterySamples);
    return [
      kiosk.storeId,
      kiosk.kioskId,
      kiosk.name,
      kiosk.isSimulated ? 'yes' : 'no',
      judgeKiosk(kiosk, nowMs).word,
      kiosk.lastHeardAtMs === null ? '' : new Date(kiosk.lastHeardAtMs).toISOString(),
      sampledVitals(kiosk)?.batteryPercent ?? '',
      days?.low ?? '',
      days?.high ?? '',
      kiosk.sheetsWaiting ?? '',
      kiosk.sheetsNotReceived,
      kiosk.sheetsQuarantined,
      kiosk.board,
      vitals?.version ?? '',
      vitals?.interpreter ?? '',
      vitals?.runningHours ?? '',
      errorWords(kiosk),
    ];
  });
  return writeCsv(HEADER, rows);
}
