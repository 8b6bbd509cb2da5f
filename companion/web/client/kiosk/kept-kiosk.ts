import type { BoardName } from '../../../../firmware/simulator/board-kinds';
import { LEDGER_PIECE } from '../../../../firmware/simulator/ledger-place';
import type { Language } from '../../../../shared/check/codes';

const STORE_KEY = 'counterstep-kiosk';
/** Names the board that was pressed last. */
const LAST_KEY = `${STORE_KEY}-board`;

/** Which kiosk a visitor wants to press. */
export interface Wish {
  readonly board: BoardName;
  readonly language: Language;
}

/** A kiosk of this tab: its name, and its flash as it was when the page was left. */
export interface KeptKiosk extends Wish {
  readonly kioskId: string;
  readonly flash: Uint8Array;
  /** How far its simulated time is ahead of the companion's. */
  aheadMs: number;
}

/** Keeps the kiosk in this tab, so that loading the page again is like pulling the plug: its ledger stays. */
export function keepKiosk({ kioskId, board, language, flash, aheadMs }: KeptKiosk): void {
  let text = '';
  for (const byte of flash) text += String.fromCharCode(byte);
  sessionStorage.setItem(LAST_KEY, board);
  sessionStorage.setItem(`${STORE_KEY}-${board}`, `${kioskId} ${language} ${aheadMs} ${btoa(text)}`);
}

/** The kiosk of a board that is kept in this tab, if there is one; without a board the one that was pressed last. */
export function keptKiosk(wanted?: BoardName): KeptKiosk | null {
  const board = wanted ?? sessionStorage.getItem(LAST_KEY);
  const [kioskId, language, aheadMs, text] =
    sessionStorage.getItem(`${STORE_KEY}-${board}`)?.split(' ') ?? [];
  if (!kioskId || !text) return null;
  return {
    kioskId,
    board: board as BoardName,
    language: language as Language,
    aheadMs: Number(aheadMs),
    flash: Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
  };
}

/**
 * Asks the companion for a fresh kiosk.
 *
 * @throws Error with a sentence for the visitor
 */
export async function fetchKiosk({ board, language }: Wish): Promise<KeptKiosk> {
  const answer = await ask('/kiosk/new', { board, language });
  const kioskId = answer.headers.get('Counterstep-Kiosk') ?? '';
  return { kioskId, board, language, aheadMs: 0, flash: await bytesOf(answer) };
}

/**
 * The same kiosk with another language: everything behind its ledger is flashed anew.
 *
 * @throws Error with a sentence for the visitor
 */
export async function refillKiosk(kiosk: KeptKiosk, { language }: Wish): Promise<KeptKiosk> {
  const { kioskId, board } = kiosk;
  const flash = await bytesOf(await ask('/kiosk/refill', { kioskId, board, language }));
  flash.set(kiosk.flash.subarray(0, LEDGER_PIECE.length));
  return { ...kiosk, language, flash };
}

async function ask(path: string, body: unknown): Promise<Response> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.ok) return answer;
  const refusal: unknown = await answer.json().catch(() => null);
  const words = refusal && typeof refusal === 'object' && 'error' in refusal ? String(refusal.error) : '';
  throw new Error(words || 'The companion gave no kiosk.');
}

const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());
