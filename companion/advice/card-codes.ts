import { cardAddressCodes, patternCodes, referralCardCodes } from '../../shared/check/codes';

/** A card of a result that has a page of its own. */
export type CardCode = (typeof patternCodes)[number] | (typeof referralCardCodes)[number];

/** Every card that has a page, in the order in which the list shows them. */
export const cardCodes: readonly CardCode[] = [...patternCodes, ...referralCardCodes];

/** Whether somebody's text names a card. */
export const isCardCode = (text: string): text is CardCode => cardCodes.some((code) => code === text);

/** Whether a card is about a pattern, not about seeing somebody. */
export const isPatternCode = (code: CardCode): code is (typeof patternCodes)[number] =>
  patternCodes.some((pattern) => pattern === code);

/** What the address in a card's QR code ends with. */
export const addressCodeOf = (code: CardCode): string => cardAddressCodes.charAt(cardCodes.indexOf(code));

/** The card that an address from a QR code leads to. */
export const cardAtAddress = (text: string): CardCode | undefined =>
  cardCodes.find((code) => addressCodeOf(code) === text);
