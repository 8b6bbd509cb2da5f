import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import type { SyncTimer } from '../sync/timer';

/** Espruino's own connection: it speaks the packet protocol of Espruino 2v25 and later. */
export interface ToolsConnection {
  /** how many bytes they write at a time */
  chunkSize: number;
  espruinoEval(expression: string, options: { timeout: number }): Promise<unknown>;
  write(data: string): Promise<void>;
}

/** A serial device as Espruino's tools know them. */
export interface ToolsDevice {
  readonly name: string;
  getPorts(tell: (ports: { path: string; description: string }[], isComplete: boolean) => void): void;
  open(
    path: string,
    onOpen: (info: object | undefined) => void,
    onData: (data: ArrayBuffer) => void,
    onClosed: () => void,
  ): void;
  /** @param data one character a byte */
  write(data: string, onWritten: () => void): void;
  close(): void;
}

/** The serial part of Espruino's tools. */
export interface ToolsSerial {
  readonly devices: ToolsDevice[];
  readonly connection: ToolsConnection;
  init(): void;
  open(path: string, onOpen: (info: object | undefined) => void, onClosed: () => void): void;
  close(): void;
}

const PARTS = ['utils', 'serial'];

/**
 * Loads what of Espruino's own tools talks to a device, without their radios, serial ports, web access and console; so
 * they need no description of a board either, which they would fetch.
 */
export function loadTools(timer: SyncTimer): ToolsSerial {
  const { resolve } = createRequire(import.meta.url);
  const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined };
  const Core: { Config: object; Serial?: ToolsSerial } = { Config: { add: () => undefined } };
  const callProcessor = (_name: string, data: unknown, done: (data: unknown) => void) => done(data);
  const Espruino = { Config: {}, Plugins: {}, callProcessor, Core };
  const setTimeout = <Args extends unknown[]>(
    call: (...args: Args) => void,
    delayMs: number,
    ...args: Args
  ) => timer.start(delayMs, () => call(...args));
  const clearTimeout = (stop: (() => void) | undefined): void => stop?.();
  const world = { Espruino, console: quiet, setTimeout, clearTimeout, Promise };
  // buffers of this world: the tools ask whether one is an ArrayBuffer
  const context = createContext({ ...world, ArrayBuffer, Uint8Array });
  for (const part of PARTS) {
    const path = resolve(`espruino/core/${part}.js`);
    runInContext(readFileSync(path, 'utf8'), context, { filename: path });
  }
  const { Serial } = Core;
  if (!Serial) throw new Error('Espruino’s tools no longer offer Espruino.Core.Serial');
  Serial.init();
  return Serial;
}
