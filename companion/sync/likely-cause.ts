import { SyncError, type SyncErrorCode } from './errors';

/** What is known about the radio and one kiosk when a sync has failed. */
export interface CauseFacts {
  readonly error: unknown;
  /** what hinders the adapter and what to do, in sentences; null: nothing */
  readonly adapterTrouble: string | null;
  /** the adapter has power, listens and hears nothing at all */
  readonly isAdapterSilent: boolean;
  /** signal strength at the kiosk's newest advert since the start in dBm; null: not known, undefined: none was heard */
  readonly lastRssi: number | null | undefined;
  /** whether another kiosk was heard lately */
  readonly areOthersHeard: boolean;
}

/** Below this about every second packet is lost (nRF52832: sensitivity -96 dBm). */
const FAINT_DBM = -88;
const RADIO_ERRORS: readonly SyncErrorCode[] = ['kiosk-unheard', 'link-failed', 'link-silent'];

/** Why a kiosk could most likely not be asked, and what to do: sentences for its card on the kiosks page. */
export function likelyCause(facts: CauseFacts): string {
  const { error, adapterTrouble, isAdapterSilent, lastRssi, areOthersHeard } = facts;
  const code = error instanceof SyncError ? error.code : null;
  if (code === null || !RADIO_ERRORS.includes(code)) {
    return error instanceof Error ? error.message : 'The companion met an error that nobody expected.';
  }
  if (adapterTrouble !== null) return adapterTrouble;
  if (isAdapterSilent) {
    return (
      'The Bluetooth adapter hears nothing at all, of any device. It is opened anew by itself; if that does not ' +
      'help, unplug it and plug it in again, or restart this computer.'
    );
  }
  const isFaint = lastRssi !== undefined && lastRssi !== null && lastRssi <= FAINT_DBM;
  if (code === 'kiosk-unheard') return unheardCause(lastRssi !== undefined, isFaint, areOthersHeard);
  if (isFaint) {
    return (
      `The kiosk is heard faintly (${lastRssi} dBm) and the link breaks: it is at the edge of the range. Bring the ` +
      'companion nearer, or out from behind metal.'
    );
  }
  return (
    'The kiosk is heard, but a link to it fails: another companion or a phone may hold it. It is tried again; if ' +
    'this stays, switch the kiosk off and on.'
  );
}

function unheardCause(wasHeard: boolean, isFaint: boolean, areOthersHeard: boolean): string {
  if (isFaint) {
    return (
      'Nothing is heard of the kiosk any more, and it was faint before: it is most likely out of range. Bring the ' +
      'companion nearer.'
    );
  }
  if (wasHeard) {
    return (
      'Nothing is heard of the kiosk any more, and it was loud before: it is most likely switched off or without ' +
      'power. Check its plug.'
    );
  }
  const others = areOthersHeard ? ' Other kiosks are heard, so the adapter works.' : '';
  return (
    `Nothing was heard of the kiosk since the companion started: it is switched off or out of range.${others} ` +
    'Check its plug, and bring the companion within a few metres.'
  );
}
