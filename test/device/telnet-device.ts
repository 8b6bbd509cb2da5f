import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { makeTemporaryFolder } from '../unit/store-fixtures';
import { interpreterPath } from './interpreter';

/** The interpreter knows no other. */
const PORT = 2323;
/** Whoever listens here has the interpreter's port: test files run beside each other. */
const TURN_PORT = 23_230;
const TURN_LIMIT_MS = 240_000;

export const DEVICE = `tcp://127.0.0.1:${PORT}`;

/** An interpreter that listens. */
export interface TelnetDevice {
  /** its Storage, as it is now */
  flash(): Uint8Array;
  /** Pulls its plug. */
  stop(): Promise<void>;
  /** Plugs it in again, on the same Storage. */
  start(): Promise<void>;
}

/** Waits for the port, until the test has finished, and starts the interpreter on this Storage, or on a blank one. */
export async function startTelnetDevice(flash?: Uint8Array): Promise<TelnetDevice> {
  const turn = await takeTurn();
  const folder = makeTemporaryFolder();
  const file = join(folder, 'espruino.flash');
  if (flash) writeFileSync(file, flash);
  let child: ChildProcess | undefined;
  const device: TelnetDevice = {
    flash: () => (existsSync(file) ? new Uint8Array(readFileSync(file)) : new Uint8Array()),
    async stop() {
      const isRunning = child?.exitCode === null; // a restart ends it, too
      const ended = isRunning && new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGKILL'); // it takes no other signal
      child = undefined;
      await ended;
    },
    async start() {
      child = spawn(interpreterPath ?? '', ['--telnet'], {
        cwd: folder,
        stdio: ['pipe', 'ignore', 'ignore'], // an input that ends would be read for ever
      });
      for (let tries = 0; tries < 50 && !(await isListening()); tries++) await sleep(100);
      await sleep(500);
    },
  };
  onTestFinished(async () => {
    await device.stop();
    turn.close();
  });
  await device.start();
  return device;
}

async function takeTurn(): Promise<Server> {
  for (let waitedMs = 0; waitedMs < TURN_LIMIT_MS; waitedMs += 200) {
    const server = createServer();
    const isMine = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(TURN_PORT, '127.0.0.1', () => resolve(true));
    });
    if (isMine) return server;
    await sleep(200);
  }
  throw new Error(`Another test has kept the interpreter’s port for ${TURN_LIMIT_MS / 1000} s`);
}

async function isListening(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(PORT, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
