import { getNumber } from '../../shared/wire/bytes';
import {
  CLOCK_LEAST_S,
  OFFSET_ZERO_MIN,
  REFUSE_COME_AGAIN,
  REFUSE_NOT_ALLOWED,
  REFUSE_UNREADABLE,
  TELL_ACK,
  TELL_CLOCK,
  TELL_MAINTAIN,
  TELL_SETTINGS,
} from '../../shared/wire/protocol';
import { areSettings } from '../../shared/wire/settings';
import { setClock } from '../ledger/clock';
import { remember, saveSettings } from '../ledger/ledger';
import { live, recall } from '../ledger/live';
import { FIELD_ACKNOWLEDGED, FIELD_EPOCH, FIELD_MAINTAIN } from '../ledger/records';

/** How long the wire stays open after `maintain`. */
export const MAINTENANCE_S = 300;

/**
 * Carries out a command whose tag was right, at once or not at all; every command may come twice.
 *
 * @returns 0, or a REFUSE number (shared/wire/protocol.ts)
 */
export function obey(command: number, content: Uint8Array, uptimeS: number): number {
  const first = getNumber(content, 0, 4);
  const second = getNumber(content, 4, 2);
  if (command === TELL_SETTINGS && areSettings(content)) return saveSettings(content) ? 0 : REFUSE_COME_AGAIN;
  if (command === TELL_MAINTAIN) {
    if (!live.mayMaintain) return REFUSE_NOT_ALLOWED;
    remember(FIELD_MAINTAIN, uptimeS + MAINTENANCE_S);
    return 0;
  }
  if (content.length !== 6) return REFUSE_UNREADABLE;
  if (command === TELL_ACK) {
    // an acknowledgement of a ledger that is no more proves the key and changes nothing
    if (first === recall(FIELD_EPOCH)) remember(FIELD_ACKNOWLEDGED, second);
  } else if (command === TELL_CLOCK && first >= CLOCK_LEAST_S && second <= 2 * OFFSET_ZERO_MIN)
    setClock(first, second - OFFSET_ZERO_MIN, uptimeS);
  else return REFUSE_UNREADABLE;
  return 0;
}
