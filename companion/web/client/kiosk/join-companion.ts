import type { Board } from '../../../../firmware/simulator/board';
import type { PipeAnswer, PipeAsk } from '../../../link/pipe';
import { openPipeEnd } from '../../../link/pipe-end';
import { simulatedDevice } from '../../../link/simulated';
import { newestSheetOf } from './advert';
import { closedSheets, letShoppers, linkState, say, syncNow } from './elements';
import type { KeptKiosk } from './kept-kiosk';
import { letShoppersCome } from './shoppers';

/** Time that one exchange over the air takes. */
const AIR_MS = 20;
const SYNC_EVERY_MS = 60_000;
const LOOK_EVERY_MS = 1000;

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Joins the kiosk's radio to the companion, and the page's buttons to both, until the signal is aborted. */
export function joinCompanion(board: Board, kiosk: KeptKiosk, signal: AbortSignal): void {
  let newest = 0;
  closedSheets.textContent = '0';
  linkState.textContent = 'not heard yet';
  letShoppers.disabled = true;
  syncNow.disabled = true;
  let pipeName = '';
  const device = simulatedDevice({ id: kiosk.kioskId, board, pass: () => board.advance(AIR_MS) });
  const takeStep = openPipeEnd(device, (message: PipeAnswer) => {
    post(`/kiosk/pipe/${pipeName}`, message).catch(() => undefined);
  });

  const sync = async (): Promise<void> => {
    if (!pipeName) return;
    syncNow.disabled = true;
    try {
      const answer = await post(`/kiosk/pipe/${pipeName}/sync`, { aheadMs: kiosk.aheadMs });
      const { words } = (await answer.json()) as { words?: string };
      if (!signal.aborted) linkState.textContent = words ?? 'The companion refused.';
    } catch {
      if (!signal.aborted) linkState.textContent = 'The companion does not answer.';
    }
    if (!signal.aborted) syncNow.disabled = false;
  };

  const events = new EventSource(`/kiosk/pipe?kiosk=${kiosk.kioskId}`);
  events.addEventListener('pipe', (event: MessageEvent<string>) => {
    pipeName = event.data;
    letShoppers.disabled = false;
    void sync();
  });
  events.addEventListener(
    'ask',
    (event: MessageEvent<string>) => void takeStep(JSON.parse(event.data) as PipeAsk),
  );
  events.addEventListener('error', () => {
    linkState.textContent = 'The companion does not answer.';
  });

  const lookForSheets = (): void => {
    const seen = newestSheetOf(board);
    if (seen === null || seen === newest) return;
    newest = seen;
    closedSheets.textContent = String(newest);
    void sync();
  };
  const timers = [
    window.setInterval(lookForSheets, LOOK_EVERY_MS),
    window.setInterval(() => void sync(), SYNC_EVERY_MS),
  ];
  signal.addEventListener('abort', () => {
    events.close();
    for (const timer of timers) window.clearInterval(timer);
  });
  syncNow.addEventListener('click', () => void sync(), { signal });
  const letThemCome = async (): Promise<void> => {
    letShoppers.disabled = true;
    letShoppers.setAttribute('aria-busy', 'true');
    const came = await letShoppersCome(board, { newestSheet: () => newestSheetOf(board) ?? newest, say });
    letShoppers.removeAttribute('aria-busy');
    kiosk.aheadMs += came.passedMs;
    say(
      came.isClosed
        ? `${came.shoppers} simulated shoppers came and a sheet has closed.`
        : `${came.shoppers} simulated shoppers came; the sheet is still open.`,
    );
    letShoppers.disabled = false;
    lookForSheets();
  };
  letShoppers.addEventListener('click', () => void letThemCome(), { signal });
}
