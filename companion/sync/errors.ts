/** Why a sync ended before it was done: a stable code and the sentence that a person sees. */
const SENTENCES = {
  'kiosk-unheard': 'Nothing was heard of the kiosk. It may be switched off or out of range.',
  'link-failed': 'The radio link to the kiosk broke or could not be made.',
  'link-silent': 'The kiosk did not answer in time. It may be out of range, switched off or busy.',
  'kiosk-not-ours':
    'A device calls itself this kiosk and does not speak its language: another device, or a broken one. Nothing was taken from it.',
  'kiosk-not-commissioned': 'The kiosk has no key yet. Flash it from this companion first.',
  'kiosk-protocol': 'The kiosk speaks another version of the protocol. Update the kiosk or the companion.',
  'kiosk-busy': 'The kiosk could not do this now. It will be asked again.',
  'kiosk-refused': 'The kiosk refused a request that it should have taken.',
  'key-missing': 'This companion has no key for that kiosk. Another companion may look after it.',
  'key-wrong':
    'What the kiosk sent was not sealed with the key that this companion holds, or was changed on the way.',
  'sheet-unreadable': 'A sheet was sealed with the right key but cannot be read. The kiosk keeps it.',
  'kiosk-lies': 'What the kiosk says of the sheets that it holds cannot be. Nothing was taken from it.',
  'clock-wrong':
    'The clock of this machine is wrong, so no kiosk is asked. Set it, or let it be set over the network.',
  'clock-doubted': 'The clock of this machine is not believed.',
  'settings-unusable':
    'These settings do not fit a kiosk. Open the page Settings and save them again: it marks what is wrong.',
} as const;

export type SyncErrorCode = keyof typeof SENTENCES;

/** An error of a sync; whatever was committed before it stays. */
export class SyncError extends Error {
  override readonly name = 'SyncError';

  constructor(
    readonly code: SyncErrorCode,
    detail?: string,
    cause?: unknown,
  ) {
    super(detail ? `${SENTENCES[code]} ${detail}` : SENTENCES[code], { cause });
  }
}
