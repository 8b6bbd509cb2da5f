import type { Language } from '../../shared/check/codes';
import type { PageCode } from './card-codes';

/** Where the pages lie and whom they name; the same pages are served by the companion and written as files. */
export interface AdviceSite {
  /** The address of a page seen from the page that is shown. */
  href(code: PageCode, language: Language): string;
  readonly styleHref: string;
  readonly iconHref: string;
  /** languages that can be chosen on each page */
  readonly languages: readonly Language[];
  /** null: not set */
  readonly emergencyNumber: string | null;
  readonly urgentLine: string | null;
  /** where to ask and complain; null: the store where the kiosk stands */
  readonly contact: string | null;
}

/** When the texts last changed, as an ISO date. */
export const TEXTS_DATE = '2026-11-22';
