import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../companion/web/app';
import type { LiveTopic } from '../../companion/web/deps';
import { serve } from '../../companion/web/serve';
import { makeDeps } from './web-fixture';

describe('live updates', () => {
  test('reach a page that listens, and it is forgotten when it goes', async () => {
    const listeners = new Set<(topic: LiveTopic) => void>();
    const subscribe = (listener: (topic: LiveTopic) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    const answer = await createApp(makeDeps({ subscribe })).request('/events');
    expect(answer.headers.get('Content-Type')).toBe('text/event-stream');
    expect(answer.headers.get('X-Accel-Buffering')).toBe('no');
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('event: ready');
    for (const listener of listeners) listener('releases');
    expect((await reader?.read())?.value).toBe('event: changed\ndata: releases\n\n');
    await reader?.cancel();
    expect(listeners.size).toBe(0);
  });
});

describe('the server', () => {
  test('takes the next free port and says so', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const taken: number[][] = [];
    const serving = await serve(createApp(makeDeps()), {
      port,
      onTaken: (was, next) => taken.push([was, next]),
    });
    expect(taken[0]).toEqual([port, port + 1]);
    expect(serving.port).toBeGreaterThan(port);
    expect(serving.url).toBe(`http://127.0.0.1:${serving.port}/`);
    expect((await fetch(serving.url)).status).toBe(200);
    await serving.close();
    await new Promise((done) => other.close(done));
  });

  test('fails at an address that is not this machine', async () => {
    await expect(serve(createApp(makeDeps()), { port: 0, host: '192.0.2.1' })).rejects.toThrow();
  });
});
