import { type Claim, claims } from '../../shared/wording/sources';
import { type Work, type WorkKey, works } from '../../shared/wording/works';
import { type CardCode, isPatternCode, isUrgent } from './card-codes';
import type { View } from './views';

/** The claims that decide which card a shopper sees; the cards' own texts rest on further ones. */
const decidedBy: Readonly<Partial<Record<CardCode, readonly (keyof typeof claims)[]>>> = {
  PFP: ['kneecapPattern'],
  ITB: ['outerBandPattern'],
  PT: ['tendonPattern'],
  MEN: ['twistPattern'],
  OA: ['stiffPattern'],
  rf2: ['soonSigns'],
  'rf2.urgent': ['instability'],
  'soon.duration': ['twoWeekRule'],
  'soon.other': ['longStiffness', 'backOfKnee', 'twistPattern', 'boneStress'],
  none: ['twoWeekRule'],
};

/** The claims that texts of these kinds (`help`, `staff`) or single texts (`patterns.PFP`) rest on, each once. */
export const claimsBehind = (...texts: readonly string[]): Claim[] =>
  Object.values<Claim>(claims).filter(({ usedBy }) =>
    usedBy.some((user) => texts.some((text) => user === text || user.split('.')[0] === text)),
  );

/** Every claim that a card's page rests on, each once. */
export function claimsOf(code: CardCode): Claim[] {
  const carrying = claimsBehind(isPatternCode(code) ? `patterns.${code}` : `referrals.${code}`);
  const deciding = (decidedBy[code] ?? []).map((key): Claim => claims[key]);
  const ofSigns = isUrgent(code) ? [] : claimsBehind('help.rf1', 'help.rf2');
  return [...new Set([...deciding, ...carrying, ...ofSigns])];
}

/** Every work behind a page's claims and views, each once. */
export function worksOf(pageClaims: readonly Claim[], pageViews: readonly View[]): Work[] {
  const keys = [...pageClaims, ...pageViews].flatMap((source): readonly WorkKey[] => source.works);
  return [...new Set(keys)].map((key): Work => works[key]);
}
