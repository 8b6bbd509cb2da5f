import type { KioskHealth } from '../../store/kiosk-health';
import { ageWords } from '../bands/dates';
import { judgeKiosk } from './judge-kiosk';

/** All kiosks in one sentence; the alarm looks at the age of their data and at nothing else. */
export function sumUpKiosks(kiosks: readonly KioskHealth[], nowMs: number): string {
  if (kiosks.length === 0) return 'No kiosk has been set up yet.';
  const silent = kiosks.filter((kiosk) => judgeKiosk(kiosk, nowMs).state === 'alarm');
  const few = ['', 'The kiosk has', 'Both kiosks have'][kiosks.length];
  const all = few ?? `All ${kiosks.length} kiosks have`;
  if (silent.length === 0) return `${all} answered lately.`;
  const heard = silent.flatMap((kiosk) => (kiosk.lastHeardAtMs === null ? [] : [kiosk.lastHeardAtMs]));
  const oldest = heard.length > 0 ? ` Its last answer came ${ageWords(nowMs - Math.min(...heard))} ago.` : '';
  return `${silent.length} of ${kiosks.length} not heard for over a day.${silent.length === 1 ? oldest : ''}`;
}

/** Many kiosks in one sentence, from how many are silent and how many need a look. */
export function sumUpMany(total: number, alarms: number, looks: number): string {
  const silent = alarms === 0 ? 'none is silent' : `${alarms} not heard for over a day`;
  const look = looks === 0 ? 'none needs a look' : `${looks} ${looks === 1 ? 'needs' : 'need'} a look`;
  return `Of ${total} kiosks ${silent}, ${look}. Those come first.`;
}
