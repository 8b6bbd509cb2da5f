import type { ReadModel } from '../store/read-model';

/** What has changed; a page that shows it fetches itself again. */
export type LiveTopic = 'releases' | 'kiosks';

/** Everything the pages need from the rest of the companion. They read releases and vitals, never raw counts. */
export interface Deps {
  readonly isSimulated: boolean;
  nowMs(): number;
  readonly readModel: ReadModel;
  /** Calls the listener on every change until the returned function is called. */
  subscribe(listener: (topic: LiveTopic) => void): () => void;
  /** Takes an error that a page ran into; the visitor sees none of it. */
  reportFailure(error: unknown): void;
  /** The files that pages load, by name: `style.css`, `live.js`, `kiosk.js`. Read once at start. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}
