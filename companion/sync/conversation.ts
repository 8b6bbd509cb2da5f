import { REPLY_UUID, REQUEST_UUID, SERVICE_UUID } from '../../shared/wire/protocol';
import { type Chunk, readChunk } from '../../shared/wire/replies';
import { askChunk, splitRequest } from '../../shared/wire/requests';
import { bytesOf, textOf } from '../../shared/wire/text';
import type { LinkCharacteristic, LinkDevice } from '../link/port';
import { SyncError } from './errors';
import { crc32Of } from './hash';
import type { SyncTimer } from './timer';

const CONNECT_LIMIT_MS = 15_000;
const STEP_LIMIT_MS = 5_000;
const POLL_MS = 30;
/** Reads of one value before the request counts as lost, and how often a request is made anew then. */
const POLLS = 40;
const TRIES = 4;
/** The longest sheet is eleven chunks, a day's three, and a busy kiosk answers within seconds: what asks for more is none. */
const CHUNKS_MAX = 11;
const ASK_LIMIT_MS = 30_000;

/** Questions and answers over one connection. */
export interface Conversation {
  /** The whole reply to a request, not yet verified. Throws SyncError `link-failed`, `link-silent`, `kiosk-not-ours`. */
  ask(request: string): Promise<string>;
  close(): void;
}

/** Resolves as `work` does, or rejects with SyncError when it takes longer than the limit. */
async function within<T>(timer: SyncTimer, limitMs: number, work: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const late = new Promise<never>((_resolve, reject) => {
    stop = timer.start(limitMs, () => reject(new SyncError('link-silent')));
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw error instanceof SyncError ? error : new SyncError('link-failed', undefined, error);
  } finally {
    stop();
  }
}

/**
 * Connects to a kiosk and finds its two characteristics.
 *
 * @param firstId  id of the first request, 1 to 255; best drawn at random
 * @throws SyncError `link-failed`, `link-silent`
 */
export async function startConversation(
  device: LinkDevice,
  timer: SyncTimer,
  firstId: number,
): Promise<Conversation> {
  const { gatt } = device;
  try {
    await within(timer, CONNECT_LIMIT_MS, gatt.connect());
    const service = await within(timer, CONNECT_LIMIT_MS, gatt.getPrimaryService(SERVICE_UUID));
    const request = await within(timer, STEP_LIMIT_MS, service.getCharacteristic(REQUEST_UUID));
    const reply = await within(timer, STEP_LIMIT_MS, service.getCharacteristic(REPLY_UUID));
    return openConversation(device, timer, firstId, request, reply);
  } catch (error) {
    gatt.disconnect();
    throw error;
  }
}

function openConversation(
  device: LinkDevice,
  timer: SyncTimer,
  firstId: number,
  requests: LinkCharacteristic,
  replies: LinkCharacteristic,
): Conversation {
  let lastId = firstId - 1;

  /** One request and one value; undefined when either was lost. */
  async function exchange(request: string, untilMs: number): Promise<Chunk | undefined> {
    lastId = (lastId % 255) + 1;
    const writes = splitRequest(lastId, request);
    if (!writes) throw new SyncError('settings-unusable');
    for (const write of writes) {
      await within(timer, STEP_LIMIT_MS, requests.writeValueWithResponse(bytesOf(write)));
    }
    for (let poll = 0; poll < POLLS && timer.nowMs() < untilMs; poll++) {
      if (poll > 0) await timer.wait(POLL_MS);
      const value = await within(timer, STEP_LIMIT_MS, replies.readValue());
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      const chunk = readChunk(textOf(bytes), crc32Of);
      if (chunk?.requestId === lastId) return chunk;
    }
    return undefined;
  }

  /** As `exchange`, again and again; a step that fails while the link stands counts as lost. */
  async function insist(request: string, untilMs: number): Promise<Chunk> {
    for (let attempt = 0; attempt < TRIES && timer.nowMs() < untilMs; attempt++) {
      try {
        const chunk = await exchange(request, untilMs);
        if (chunk) return chunk;
      } catch (error) {
        if (!device.gatt.connected || (error as SyncError).code === 'settings-unusable') throw error;
      }
    }
    throw new SyncError('link-silent');
  }

  return {
    async ask(request) {
      const untilMs = timer.nowMs() + ASK_LIMIT_MS;
      const first = await insist(request, untilMs);
      if (first.chunks > CHUNKS_MAX) throw new SyncError('kiosk-not-ours');
      let reply = first.part;
      for (let chunk = 1; chunk < first.chunks; chunk++) {
        const next = await insist(askChunk(chunk), untilMs);
        if (next.chunk !== chunk || next.chunks !== first.chunks) throw new SyncError('link-silent');
        reply += next.part;
      }
      return reply;
    },
    close: () => device.gatt.disconnect(),
  };
}
