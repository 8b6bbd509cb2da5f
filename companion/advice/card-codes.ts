import { cardAddressCodes, patternCodes, referralCardCodes } from '../../shared/check/codes';

/** A card of a result that has a page of its own. */
export type CardCode = (typeof patternCodes)[number] | (typeof referralCardCodes)[number];

/** A page of the site: a card's, the one for staff, or (null) the list of all. */
export type PageCode = CardCode | 'staff' | null;

/** Every card that has a page, in the order in which the list shows them. */
export const cardCodes: readonly CardCode[] = [...patternCodes, ...referralCardCodes];

/** Whether somebody's text names a page. */
export const isPageCode = (text: string): text is CardCode | 'staff' =>
  text === 'staff' || cardCodes.some((code) => code === text);

/** Whether a card is about a pattern, not about seeing somebody. */
export const isPatternCode = (code: CardCode): code is (typeof patternCodes)[number] =>
  patternCodes.some((pattern) => pattern === code);

/** Whether a card asks to get help the same day. */
export const isUrgent = (code: CardCode): boolean => code.startsWith('rf1.') || code === 'rf2.urgent';

/** What the address in a card's QR code ends with. */
export const addressCodeOf = (code: CardCode): string => cardAddressCodes.charAt(cardCodes.indexOf(code));

/** The card that an address from a QR code leads to. */
export const cardAtAddress = (text: string): CardCode | undefined =>
  cardCodes.find((code) => addressCodeOf(code) === text);
