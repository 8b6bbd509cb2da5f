import { createConnection } from 'node:net';
import { CompanionError } from '../errors';

/** Bytes to a device's interpreter and back. */
export interface Wire {
  /** Resolves once bytes can go both ways. */
  open(onData: (bytes: Uint8Array) => void, onClosed: () => void): Promise<void>;
  write(bytes: Uint8Array): Promise<void>;
  close(): void;
}

const LOOPBACK = /^tcp:\/\/(127\.0\.0\.1|localhost):(\d{1,5})$/;

/**
 * The wire to an interpreter that listens on this machine. It has no password, so only loopback is reached.
 *
 * @param address  `tcp://127.0.0.1:2323`
 * @throws CompanionError `flash-device`
 */
export function tcpWire(address: string): Wire {
  const [, host, port] = LOOPBACK.exec(address) ?? [];
  if (host === undefined) throw new CompanionError('flash-device', address);
  let end = (): void => undefined;
  let send = (_bytes: Uint8Array): Promise<void> => Promise.reject(new CompanionError('flash-lost'));
  return {
    open: (onData, onClosed) =>
      new Promise((resolve, reject) => {
        const socket = createConnection(Number(port), host, resolve);
        socket.on('data', onData);
        socket.on('error', (error) => reject(new CompanionError('flash-device', error.message, error)));
        socket.on('close', onClosed);
        end = () => socket.destroy();
        send = (bytes) =>
          new Promise((done, fail) => socket.write(bytes, (error) => (error ? fail(error) : done())));
      }),
    write: (bytes) => send(bytes),
    close: () => end(),
  };
}
