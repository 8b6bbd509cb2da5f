import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../companion/web/app';
import { serve } from '../../companion/web/serve';
import { makeDeps } from './web-fixture';

const HOST = '127.0.0.1';
const STRICT = { headersMs: 50, requestMs: 100, checkEveryMs: 10, connections: 2, idleMs: 10_000 };
const PATIENT = { ...STRICT, headersMs: 60_000, requestMs: 60_000 };
/** The longest of what nginx, Caddy and AWS keep an idle connection for unless told otherwise. */
const PROXIES_REST_S = 120;

/** A server with limits that a test can wait for, and a way to it. */
async function open(limits = STRICT) {
  const serving = await serve(createApp(makeDeps()), { port: 0, host: HOST, limits });
  onTestFinished(serving.close);
  return async (): Promise<Socket> => {
    const socket = connect(serving.port, HOST);
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  };
}

/** All that a server says until it hangs up. */
async function hear(socket: Socket): Promise<string> {
  let said = '';
  socket.on('data', (bytes) => (said += bytes.toString()));
  await once(socket, 'close');
  return said;
}

describe('the server', () => {
  test('takes the next free port and says so', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, HOST, done));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const taken: number[][] = [];
    const serving = await serve(createApp(makeDeps()), {
      port,
      host: HOST,
      onTaken: (was, next) => taken.push([was, next]),
    });
    expect(taken[0]).toEqual([port, port + 1]);
    expect(serving.port).toBeGreaterThan(port);
    expect(serving.url).toBe(`http://127.0.0.1:${serving.port}/`);
    expect((await fetch(serving.url)).status).toBe(200);
    await serving.close();
    await expect(serve(createApp(makeDeps()), { port, host: HOST })).rejects.toMatchObject({
      code: 'port-taken',
    });
    await new Promise((done) => other.close(done));
  });

  test('says what to do at an address that is not this machine', async () => {
    await expect(serve(createApp(makeDeps()), { port: 0, host: '192.0.2.1' })).rejects.toMatchObject({
      code: 'listen-refused',
      message: expect.stringContaining('EADDRNOTAVAIL: 192.0.2.1'),
    });
  });

  test.each([
    ['its headers', 'GET / HTTP/1.1\r\nHost: a'],
    ['its body', 'POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nname='],
  ])('hangs up on a visitor who never ends %s', async (_what, start) => {
    const socket = await (await open())();
    socket.write(start);
    await hear(socket);
    expect(socket.destroyed).toBe(true);
  });

  test('takes no more connections than it has room for', async () => {
    const visit = await open(PATIENT);
    const [first] = [await visit(), await visit()];
    const third = await visit();
    third.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(await hear(third)).toBe('');
    expect(first?.destroyed).toBe(false);
  });

  test('lets a proxy hang up first on a connection that rests, so that no message meets one that just ends', async () => {
    const serving = await serve(createApp(makeDeps()), { port: 0, host: HOST });
    onTestFinished(serving.close);
    const promised = (await fetch(serving.url)).headers.get('Keep-Alive') ?? '';
    expect(Number(/^timeout=(\d+)$/.exec(promised)?.[1])).toBeGreaterThan(PROXIES_REST_S);
  });

  test('lets connections that rest make room for the next visitors', async () => {
    const visit = await open(PATIENT);
    const ask = async (socket: Socket): Promise<string> => {
      socket.write('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
      const [said] = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
      return String(said).slice(0, 15);
    };
    const resting = [await visit(), await visit()];
    for (const socket of resting) expect(await ask(socket)).toBe('HTTP/1.1 200 OK');
    const rested = Promise.all(resting.map((socket) => once(socket, 'close')));
    expect(await hear(await visit())).toBe('');
    await rested;
    expect(await ask(await visit())).toBe('HTTP/1.1 200 OK');
  });
});
