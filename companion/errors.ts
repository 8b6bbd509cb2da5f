/** Every error that a person can meet in the companion: a stable code and its sentence. */
const SENTENCES = {
  'node-too-old': 'Counterstep needs Node 20.19 or newer; Node 24 is recommended.',
  'config-unreadable': 'The settings file cannot be read.',
  'config-invalid': 'A setting is not usable.',
  'data-folder-unusable': 'The data folder cannot be made or written.',
  'database-unreadable': 'The database cannot be opened.',
  'database-too-new': 'The database was written by a newer version of Counterstep. Install that version.',
  'keys-unreadable': 'The file with the kiosk keys cannot be read.',
  'keys-too-open': 'The file with the kiosk keys can be read by other users of this machine.',
  'key-unusable': 'A kiosk key is 32 hexadecimal digits.',
  'kiosk-unknown': 'This companion does not know that kiosk.',
  'screens-missing': 'These screens do not exist.',
  'audit-failed': 'The audit before a release could not be made, so nothing was published.',
  'kinds-mixed': 'Real and simulated kiosks never share a database.',
} as const;

export type ErrorCode = keyof typeof SENTENCES;

/** An error with a stable code; its message is the sentence a person sees, then what exactly is wrong. */
export class CompanionError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail?: string, cause?: unknown) {
    super(detail ? `${SENTENCES[code]} ${detail}` : SENTENCES[code], { cause });
    this.name = 'CompanionError';
    this.code = code;
  }
}
