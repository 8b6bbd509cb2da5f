import type { referralCardCodes } from '../../../shared/check/codes';
import type { ViewKey } from '../views';

type ReferralCode = (typeof referralCardCodes)[number];

/** What the public pages and the printed card say around the texts of shared/wording, in one language. */
export interface AdviceWords {
  readonly languageName: string;
  /** title of the list of all pages, and the way back to it */
  readonly allPages: string;
  readonly patternsHeading: string;
  readonly referralsHeading: string;
  /** titles of the pages on seeing somebody */
  readonly referrals: Readonly<Record<ReferralCode, string>>;
  readonly inShort: string;
  readonly more: string;
  readonly warningSigns: string;
  /** how soon to see somebody, on the pages where it is not today */
  readonly when: Readonly<Record<'rf2' | 'soon.duration' | 'soon.other', string>>;
  /** stand before lists of signs */
  readonly signsToday: string;
  readonly signsSoon: string;
  /** a store may have kiosks say "today" after signs that are otherwise for the next days */
  readonly kioskSaidToday: string;
  /** what the list of all pages says below the cards */
  readonly asked: { readonly heading: string; readonly running: string; readonly shoes: string };
  readonly staffPage: {
    readonly title: string;
    readonly how: string;
    readonly cards: string;
    readonly feet: string;
    readonly neverSay: string;
    readonly neverSayWhat: readonly string[];
    readonly neverDo: string;
    readonly neverDoWhat: readonly string[];
  };
  readonly viewsDiffer: string;
  readonly views: Readonly<Record<ViewKey, string>>;
  readonly sources: string;
  /** says that the sources are in English, where that is not the page's language */
  readonly sourcesNote: string;
  /** ends with a number, or with words for one where no number is set */
  readonly emergency: string;
  readonly emergencyUnset: string;
  /** stands before the number of the local urgent health line */
  readonly urgentLine: string;
  readonly noticesHeading: string;
  readonly notices: readonly string[];
  readonly textsOf: string;
  readonly contact: string;
  readonly contactUnset: string;
  readonly card: {
    readonly title: string;
    readonly how: string;
    readonly leftOff: string;
    readonly leftOffSigns: readonly string[];
    readonly leftOffAdvice: string;
    readonly notCovered: string;
    readonly notCoveredWho: readonly string[];
    readonly notCoveredAdvice: string;
    /** stands before the address of the public pages */
    readonly readMore: string;
    readonly made: string;
  };
}
