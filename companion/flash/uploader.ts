import { CompanionError } from '../errors';
import type { SyncTimer } from '../sync/timer';
import { loadTools, type ToolsDevice } from './espruino-tools';
import { stoppable } from './stoppable';
import type { Wire } from './wire';

const PATH = 'counterstep';
const EVAL_LIMIT_MS = 15_000;
/**
 * What a device takes at once for sure: its input queue holds 1,024 bytes, and these grow by a third. Bare bytes would
 * be shorter, but some of them end the interpreter on Linux (2v29).
 */
const CHUNK_BYTES = 480;
const PROMPT_MS = 300;
/** A packet that a lost link left half takes what is typed for 5 s (Espruino 2v29): it is asked until that is over. */
const GREET_TRIES = 5;
const GREET_LIMIT_MS = 2_000;
/** The tools' own pieces of 20 bytes are more than a wire needs, which cuts what it is given as it must. */
const WHOLE = 8192;

/** A device whose interpreter listens. */
export interface Uploader {
  /** The value of an expression, evaluated on the device. */
  evaluate(expression: string): Promise<unknown>;
  /** Writes a file to the device's Storage. */
  sendFile(name: string, bytes: Uint8Array, onSent: (bytes: number) => void): Promise<void>;
  /** Sends a line and waits for no answer. */
  type(line: string): Promise<void>;
  /** Resolves when the link has ended, from whichever side. */
  readonly closed: Promise<void>;
  close(): void;
}

/**
 * Opens a wire with Espruino's own tools.
 *
 * @throws CompanionError `flash-device` when nothing is there, `flash-lost` when the device stops answering
 */
export async function openUploader(wire: Wire, timer: SyncTimer): Promise<Uploader> {
  const own = stoppable(timer);
  const serial = loadTools(own.timer);
  let fail = (_error: Error): void => undefined;
  const broken = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  broken.catch(() => undefined);
  serial.devices.splice(0, serial.devices.length, deviceOf(wire, fail));
  const opened = new Promise<void>((resolve, reject) => {
    const onOpen = (info: object | undefined): void =>
      info ? resolve() : reject(new CompanionError('flash-device'));
    serial.open(PATH, onOpen, () => fail(new Error('The link is gone')));
  });
  await Promise.race([opened, broken]);
  const { connection } = serial;
  connection.chunkSize = WHOLE;
  const guard = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await Promise.race([work, broken]);
    } catch (error) {
      throw new CompanionError('flash-lost', String(error), error);
    }
  };
  const evaluate = (expression: string, timeout = EVAL_LIMIT_MS): Promise<unknown> =>
    guard(connection.espruinoEval(expression, { timeout }));
  for (let attempt = 1; ; attempt++) {
    await guard(connection.write('\x03\x10echo(0)\n')); // whatever was typed before is dropped
    await timer.wait(PROMPT_MS);
    const isListening = await evaluate('1', GREET_LIMIT_MS).then(
      () => true,
      (error: unknown) => {
        if (attempt === GREET_TRIES) throw error;
        return false;
      },
    );
    if (isListening) break;
  }
  return {
    closed: broken.catch(() => undefined),
    evaluate: (expression) => evaluate(expression),
    async sendFile(name, bytes, onSent) {
      const file = JSON.stringify(name);
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        const chunk = Buffer.from(bytes.subarray(at, at + CHUNK_BYTES)).toString('base64');
        const write = `require("Storage").write(${file},atob("${chunk}"),${at},${bytes.length})`;
        if ((await evaluate(write)) !== true) throw new CompanionError('flash-wrong', name);
        onSent(Math.min(at + CHUNK_BYTES, bytes.length));
      }
    },
    type: (line) => guard(connection.write(`\x10${line}\n`)),
    close() {
      own.stop(); // what the tools still wait for would keep the process alive
      serial.close();
    },
  };
}

/** Our wire as a serial device of the tools, which do not hear of errors. */
function deviceOf(wire: Wire, onError: (error: Error) => void): ToolsDevice {
  return {
    name: 'Counterstep',
    getPorts: (tell) => tell([{ path: PATH, description: 'Counterstep' }], true),
    open(_path, onOpen, onData, onClosed) {
      wire
        .open((bytes) => onData(Uint8Array.from(bytes).buffer), onClosed)
        .then(() => onOpen({})) // which throws when the link has ended meanwhile
        .catch((error: Error) => onError(error));
    },
    write: (data, onWritten) => {
      wire.write(Buffer.from(data, 'latin1')).then(onWritten, onError);
    },
    close: () => wire.close(),
  };
}
