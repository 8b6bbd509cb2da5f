const STORE_KEY = 'counterstep-kiosk';

/** A kiosk of this tab: its name, and its flash as it was when the page was left. */
export interface KeptKiosk {
  readonly kioskId: string;
  readonly flash: Uint8Array;
  /** How far its simulated time is ahead of the companion's. */
  aheadMs: number;
}

/** Keeps the kiosk in this tab, so that loading the page again is like pulling the plug: its ledger stays. */
export function keepKiosk({ kioskId, flash, aheadMs }: KeptKiosk): void {
  let text = '';
  for (const byte of flash) text += String.fromCharCode(byte);
  sessionStorage.setItem(STORE_KEY, `${kioskId} ${aheadMs} ${btoa(text)}`);
}

/** The kiosk kept in this tab, if there is one. */
export function keptKiosk(): KeptKiosk | null {
  const [kioskId, aheadMs, text] = sessionStorage.getItem(STORE_KEY)?.split(' ') ?? [];
  if (!kioskId || !text) return null;
  return {
    kioskId,
    aheadMs: Number(aheadMs),
    flash: Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
  };
}

/** Throws the kept kiosk away. */
export const forgetKiosk = (): void => sessionStorage.removeItem(STORE_KEY);

/**
 * Asks the companion for a fresh kiosk.
 *
 * @throws Error with a sentence for the visitor
 */
export async function fetchKiosk(): Promise<KeptKiosk> {
  const answer = await fetch('/kiosk/new', { method: 'POST' });
  if (!answer.ok) {
    const body: unknown = await answer.json().catch(() => null);
    const words = body && typeof body === 'object' && 'error' in body ? String(body.error) : '';
    throw new Error(words || 'The companion gave no kiosk.');
  }
  const kioskId = answer.headers.get('Counterstep-Kiosk') ?? '';
  return { kioskId, aheadMs: 0, flash: new Uint8Array(await answer.arrayBuffer()) };
}
