import type { SSEStreamingApi } from 'hono/streaming';

const HEARTBEAT_MS = 25_000;

/** Keeps a stream of events open until the visitor goes; proxies close silent ones, and only a write shows a loss. */
export async function keepOpen(stream: SSEStreamingApi): Promise<void> {
  if (stream.aborted) return;
  await new Promise<void>((resolve) => {
    const heartbeat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS);
    stream.onAbort(() => {
      clearInterval(heartbeat);
      resolve();
    });
  });
}
