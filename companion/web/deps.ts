import type { BlockList } from 'node:net';
import type { BoardName } from '../../firmware/simulator/board-kinds';
import type { Language } from '../../shared/check/codes';
import type { PasswordDesk } from '../access/sign-in';
import type { LinkDevice } from '../link/port';
import type { Log } from '../log';
import type { ReadModel } from '../store/read-model';
import type { Db } from '../store/tables';
import type { SettingsDesk } from './settings-desk';

/** What has changed; a page that shows it fetches itself again. */
export type LiveTopic = 'releases' | 'kiosks';

/** How a sync with a kiosk in a page went. */
export interface BoothSync {
  readonly isDone: boolean;
  /** Sheets that the companion took in this sync. */
  readonly sheetsTaken: number;
  /** One sentence for the person in front of the page. */
  readonly words: string;
}

/** Which kiosk a visitor wants to press. */
export interface BoothWish {
  readonly board: BoardName;
  /** the language that it begins with */
  readonly language: Language;
}

/** Simulated kiosks that visitors press in their browsers. */
export interface Booth {
  /** Makes a kiosk whose key the companion knows; null when there are too many already. */
  prepare(wish: BoothWish): Promise<{ readonly kioskId: string; readonly flash: Uint8Array } | null>;
  /**
   * Storage with another language for a kiosk that is there: everything behind its ledger's file, which it keeps. The
   * language comes with the next sync.
   */
  refill(kioskId: string, wish: BoothWish): Uint8Array;
  /**
   * Syncs the kiosk at the other end of a pipe; never throws.
   *
   * @param aheadMs how far the kiosk's simulated time is ahead of the companion's
   */
  sync(kioskId: string, device: LinkDevice, aheadMs: number): Promise<BoothSync>;
}

/** Who may look in, and how visitors reach the companion. */
export interface Access {
  /** for the tables of companion/access only */
  readonly db: Db;
  readonly desk: PasswordDesk;
  /** proxies whose word on the visitor's address and encryption is taken */
  readonly trustedProxies: BlockList;
  /** scheme, name and port under which visitors see the companion; null: as they ask for it */
  readonly publicOrigin: string | null;
}

/** Everything the pages need from the rest of the companion. They read releases and vitals, never raw counts. */
export interface Deps {
  readonly isSimulated: boolean;
  nowMs(): number;
  /** Why the machine's clock is not believed, as a sentence; null: it is. */
  doubtClock(): Promise<string | null>;
  readonly readModel: ReadModel;
  /** Differs as soon as anything that pages read has changed, see `OpenStore`; null: nobody can tell */
  readonly dataVersion: (() => Promise<string>) | null;
  /** what owners may change */
  readonly settings: SettingsDesk;
  /** null in a companion of real kiosks */
  readonly booth: Booth | null;
  /** Syncs a real kiosk that a page's browser reaches; null in a companion of simulated kiosks. */
  readonly syncFromPage: ((device: LinkDevice) => Promise<BoothSync>) | null;
  /**
   * The names under which this companion may be called, without port; null: any. Only its own names keep pages of
   * other sites from reading it through a name that they point here.
   */
  readonly hosts: readonly string[] | null;
  /** Calls the listener on every change until the returned function is called. */
  subscribe(listener: (topic: LiveTopic) => void): () => void;
  /** null: everybody who reaches the companion may look in, as in a simulated one on loopback */
  readonly access: Access | null;
  readonly log: Log;
  /** of Counterstep, for example `0.1.0` */
  readonly version: string;
  /** The files that pages load, by name: `style.css`, `live.js`, `kiosk.js`. Read once at start. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}
