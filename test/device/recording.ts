import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

/** What one script left behind on the real interpreter. */
export interface RecordedRun {
  readonly name: string;
  /** "time in ms, first 16 digits of the frame's SHA-256", in order */
  readonly frames: readonly string[];
  /** SHA-256 of the whole flash at the end */
  readonly flash: string;
}

/** What `npm run record:device` writes and `npm test` holds the simulated board to. */
export interface Recording {
  /** the interpreter's own version */
  readonly interpreter: string;
  /** SHA-256 of the bundle that was recorded */
  readonly bundle: string;
  readonly runs: readonly RecordedRun[];
}

export const recordingPath = fileURLToPath(new URL('../golden/pixljs-recording.json', import.meta.url));
/** The flash of the first script at its end, as the real interpreter left it. */
export const goldenFlashPath = fileURLToPath(new URL('../golden/pixljs-flash.bin', import.meta.url));
/** The frames of the first script, one after the other, 1,024 bytes each. */
export const goldenFramesPath = fileURLToPath(new URL('../golden/pixljs-frames.bin', import.meta.url));

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A run as it is recorded. */
export function toRecord(
  name: string,
  run: { frames: readonly { atMs: number; bits: string }[]; flash: Uint8Array },
): RecordedRun {
  return {
    name,
    frames: run.frames.map(({ atMs, bits }) => `${atMs},${digest(Buffer.from(bits, 'base64')).slice(0, 16)}`),
    flash: digest(run.flash),
  };
}
