import { CompanionError } from '../errors';
import { openMachineRadio } from '../link/machine-radio';
import type { NobleLink } from '../link/noble';
import { systemTimer } from '../sync/timer';

const START_LIMIT_MS = 8_000;
const LOOK_MS = 200;

/**
 * This machine's Bluetooth, ready to listen. Whoever opens it closes it.
 *
 * @throws CompanionError `radio-unusable`, with what hinders it and what to do
 */
export async function openRadio(): Promise<NobleLink> {
  const radio = await openMachineRadio();
  const untilMs = systemTimer.nowMs() + START_LIMIT_MS;
  let trouble = radio.trouble();
  while (trouble?.trouble === 'starting' && systemTimer.nowMs() < untilMs) {
    await systemTimer.wait(LOOK_MS);
    trouble = radio.trouble();
  }
  if (radio.link && !trouble) return radio.link;
  radio.link?.close();
  throw new CompanionError('radio-unusable', trouble ? `${trouble.what} ${trouble.toDo}` : '');
}
