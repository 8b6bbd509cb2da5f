import { type Claim, claims } from '../../shared/wording/sources';
import { type Work, type WorkKey, works } from '../../shared/wording/works';
import { type CardCode, isPatternCode } from './card-codes';
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

/** Every claim that a page rests on, each once. */
export function claimsOf(code: CardCode): Claim[] {
  const user = isPatternCode(code) ? `patterns.${code}` : `referrals.${code}`;
  const carrying = Object.values<Claim>(claims).filter(({ usedBy }) => usedBy.includes(user));
  const deciding = (decidedBy[code] ?? []).map((key): Claim => claims[key]);
  return [...new Set([...deciding, ...carrying])];
}

/** Every work behind a page's claims and views, each once. */
export function worksOf(pageClaims: readonly Claim[], pageViews: readonly View[]): Work[] {
  const keys = [...pageClaims, ...pageViews].flatMap((source): readonly WorkKey[] => source.works);
  return [...new Set(keys)].map((key): Work => works[key]);
}
