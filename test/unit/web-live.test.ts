import { describe, expect, test } from 'vitest';
import { createApp } from '../../companion/web/app';
import type { LiveTopic } from '../../companion/web/deps';
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

  test('go to 64 pages; one more is told so and finds room when another goes', async () => {
    const app = createApp(makeDeps());
    const open = await Promise.all(Array.from({ length: 64 }, () => app.request('/events')));
    expect((await app.request('/events')).status).toBe(503);
    await open[0]?.body?.cancel();
    const again = await app.request('/events');
    expect(again.status).toBe(200);
    for (const { body } of [...open.slice(1), again]) await body?.cancel();
  });
});
