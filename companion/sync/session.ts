import { deriveKeys, type SealKeys } from '../../shared/wire/keys';
import {
  PROTOCOL_VERSION,
  REFUSE_COME_AGAIN,
  REFUSE_NO_SUCH_SHEET,
  REFUSE_NOT_ALLOWED,
  REPLY_BIT,
} from '../../shared/wire/protocol';
import {
  type Hello,
  isAnswerTo,
  openSheet,
  openVitals,
  readHello,
  readRefusal,
  type SealedSheet,
} from '../../shared/wire/replies';
import { askHello, askSheet, askVitals, signCommand } from '../../shared/wire/requests';
import { bytesOf, textOf } from '../../shared/wire/text';
import type { Vitals } from '../../shared/wire/vitals';
import { toHex } from '../link/hex';
import type { Conversation } from './conversation';
import { SyncError } from './errors';
import { sha1 } from './hash';
import type { SyncTimer } from './timer';

/** A lossy link can mix up two replies; a tag that fails this often was not made with our key. */
const TRIES = 6;
const COME_AGAIN_MS = 300;
/** A kiosk itself ends a connection that has proven nothing after 20 s. */
const PROOF_LIMIT_MS = 30_000;

/** What a session needs beside the conversation. */
export interface SessionDeps {
  readonly timer: SyncTimer;
  /** 8 unpredictable bytes. */
  makeNonce(): Uint8Array;
  /** The 16-byte key of a kiosk (16 hexadecimal digits); null: not ours. */
  findKey(kioskId: string): Uint8Array | null;
}

/** A conversation with a kiosk that has shown that it holds the key. */
export interface Session {
  /** What the kiosk said when the session began, verified. */
  readonly hello: Hello;
  readonly kioskId: string;
  readonly epoch: string;
  /** Has a command carried out; the first one is what the kiosk asks for before it tells anything. */
  tell(command: string): Promise<void>;
  vitals(): Promise<Vitals>;
  /** The sheet; with empty `packed` when the kiosk does not hold it any more. */
  sheet(sheetNo: number): Promise<SealedSheet>;
}

/** Greets a kiosk and verifies it. Throws SyncError. */
export async function openSession(conversation: Conversation, deps: SessionDeps): Promise<Session> {
  const nonce = (): string => textOf(deps.makeNonce());
  const provenByMs = deps.timer.nowMs() + PROOF_LIMIT_MS;
  let keys: SealKeys | undefined;
  let isProven = false;

  /** Asks until an answer is accepted: what is undefined or `again` was lost, mixed up or too early. */
  async function askUntil<T>(
    makeRequest: () => Promise<string> | string,
    accept: (reply: string) => T | undefined,
  ) {
    let lastRefusal = 0;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const reply = await conversation.ask(await makeRequest());
      lastRefusal = readRefusal(reply);
      if (lastRefusal === REFUSE_NOT_ALLOWED || lastRefusal === REFUSE_NO_SUCH_SHEET) break;
      if (lastRefusal === REFUSE_COME_AGAIN) await deps.timer.wait(COME_AGAIN_MS);
      const accepted = lastRefusal ? undefined : accept(reply);
      if (accepted !== undefined) {
        isProven = true;
        return accepted;
      }
      if (!isProven && deps.timer.nowMs() > provenByMs) break;
    }
    if (lastRefusal === REFUSE_COME_AGAIN) throw new SyncError('kiosk-busy');
    if (lastRefusal) throw new SyncError('kiosk-refused', `Its reason: ${lastRefusal}.`);
    throw new SyncError(keys ? 'key-wrong' : 'kiosk-not-ours');
  }

  function greet(): Promise<Hello> {
    let asked = '';
    return askUntil(
      () => {
        asked = nonce();
        return askHello(asked);
      },
      (reply) => {
        const hello = readHello(reply);
        if (!hello) return undefined;
        if (hello.version !== PROTOCOL_VERSION)
          throw new SyncError('kiosk-protocol', `It speaks ${hello.version}.`);
        if (!hello.isCommissioned) throw new SyncError('kiosk-not-commissioned');
        keys ??= keysFor(hello.kioskId, deps);
        return isAnswerTo(keys, asked, reply) ? hello : undefined;
      },
    );
  }

  const hello = await greet();
  const verified = keys ?? keysFor(hello.kioskId, deps);
  return {
    hello,
    kioskId: toHex(bytesOf(hello.kioskId)),
    epoch: toHex(bytesOf(hello.epoch)),
    async tell(command) {
      let challenge = '';
      await askUntil(
        async () => {
          challenge = (await greet()).challenge;
          return signCommand(verified, challenge, command);
        },
        (reply) =>
          reply.charCodeAt(0) === command.charCodeAt(0) + REPLY_BIT && isAnswerTo(verified, challenge, reply)
            ? reply
            : undefined,
      );
    },
    vitals() {
      let asked = '';
      return askUntil(
        () => {
          asked = nonce();
          return askVitals(asked);
        },
        (reply) => openVitals(verified, asked, reply),
      );
    },
    sheet: (sheetNo) =>
      askUntil(
        () => askSheet(sheetNo),
        (reply) => {
          const sealed = openSheet(verified, reply);
          return sealed?.sheetNo === sheetNo && sealed.epoch === hello.epoch ? sealed : undefined;
        },
      ),
  };
}

function keysFor(kioskId: string, deps: SessionDeps): SealKeys {
  const key = deps.findKey(toHex(bytesOf(kioskId)));
  if (!key) throw new SyncError('key-missing');
  return deriveKeys(sha1, key, bytesOf(kioskId));
}
