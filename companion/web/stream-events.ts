import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';

const HEARTBEAT_MS = 25_000;

/** Waits until the visitor goes; proxies close silent streams, and only a write shows a loss. */
async function keepOpen(stream: SSEStreamingApi): Promise<void> {
  if (stream.aborted) return;
  await new Promise<void>((resolve) => {
    const heartbeat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS);
    stream.onAbort(() => {
      clearInterval(heartbeat);
      resolve();
    });
  });
}

/** Answers with a stream of events that `begin` sets up, and keeps it open until the visitor goes. */
export function streamEvents(c: Context, begin: (stream: SSEStreamingApi) => Promise<void>): Response {
  // nginx holds events back until its buffer is full, unless told so
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    await begin(stream);
    await keepOpen(stream);
  });
}
