import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { longEn } from '../../shared/wording/long-en';
import { type Claim, claims } from '../../shared/wording/sources';
import { type Work, works } from '../../shared/wording/works';

const RULES_FOLDER = new URL('../../shared/check/', import.meta.url);
/** `sources.ts#key`, and further keys of the same comment as `#key`. */
const KEY = /#([a-zA-Z]+)/g;

const allClaims = Object.entries<Claim>(claims);
const namedByRules = new Set(
  readdirSync(RULES_FOLDER)
    .map((file) => readFileSync(new URL(file, RULES_FOLDER), 'utf8'))
    .flatMap((source) => [...source.matchAll(KEY)].map((match) => match[1] ?? '')),
);

test('every claim that a rule names exists, and every claim said to carry a rule is named by one', () => {
  const carriers = allClaims.filter(([, claim]) => claim.usedBy.includes('rules')).map(([key]) => key);
  expect([...namedByRules].sort()).toEqual(carriers.sort());
});

test('every file of rules names the claims it rests on', () => {
  for (const file of ['patterns.ts', 'referral.ts', 'shoe.ts', 'questions.ts', 'outcome.ts'])
    expect(readFileSync(new URL(file, RULES_FOLDER), 'utf8'), file).toContain('sources.ts#');
});

test('every card rests on a claim, and claims name only cards that exist', () => {
  const cards = Object.entries(longEn).flatMap(([kind, texts]) =>
    Object.keys(texts).map((code) => `${kind}.${code}`),
  );
  const carried = allClaims.flatMap(([, claim]) => claim.usedBy).filter((user) => user !== 'rules');
  expect([...new Set(carried)].sort()).toEqual(cards.sort());
});

test('every claim rests on works, or says that it is general knowledge', () => {
  for (const [key, claim] of allClaims)
    if (claim.works.length === 0) expect(claim.strength, key).toBe('general knowledge');
});

test('every work carries a claim or is marked as background', () => {
  const cited = new Set<string>(allClaims.flatMap(([, claim]) => [...claim.works]));
  const uncited = Object.keys(works).filter((key) => !cited.has(key));
  const background = Object.entries<Work>(works)
    .filter(([, work]) => work.isBackground)
    .map(([key]) => key);
  expect(uncited.sort()).toEqual(background.sort());
});
