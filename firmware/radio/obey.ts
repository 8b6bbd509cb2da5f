import { getNumber } from '../../shared/wire/bytes';
import {
  CLOCK_LEAST_S,
  OFFSET_ZERO_MIN,
  REFUSE_COME_AGAIN,
  REFUSE_NOT_ALLOWED,
  REFUSE_UNREADABLE,
  TELL_ACK,
  TELL_CLOCK,
  TELL_SETTINGS,
} from '../../shared/wire/protocol';
import { isSettings } from '../../shared/wire/settings';
import { recall, remember, saveSettings, setClock } from '../ledger/ledger';
import { FIELD_ACKNOWLEDGED, FIELD_EPOCH } from '../ledger/records';

/**
 * Carries out a command whose tag was right, at once or not at all; every command may come twice.
 *
 * @returns 0, or a REFUSE number (shared/wire/protocol.ts)
 */
export function obey(command: number, content: string, uptimeS: number): number {
  if (command === TELL_ACK && content.length === 6) {
    // an acknowledgement of a ledger that is no more proves the key and changes nothing
    if (getNumber(content, 0, 4) === recall(FIELD_EPOCH))
      remember(FIELD_ACKNOWLEDGED, getNumber(content, 4, 2));
    return 0;
  }
  if (command === TELL_CLOCK && content.length === 6) {
    const unixS = getNumber(content, 0, 4);
    const offset = getNumber(content, 4, 2);
    if (unixS < CLOCK_LEAST_S || offset > 2 * OFFSET_ZERO_MIN) return REFUSE_UNREADABLE;
    setClock(unixS, offset - OFFSET_ZERO_MIN, uptimeS);
    return 0;
  }
  if (command === TELL_SETTINGS && isSettings(content)) {
    const bytes = new Uint8Array(content.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = content.charCodeAt(i);
    return saveSettings(bytes) ? 0 : REFUSE_COME_AGAIN;
  }
  return command > TELL_SETTINGS ? REFUSE_NOT_ALLOWED : REFUSE_UNREADABLE;
}
