import { type Codes, expectedBand } from './questions';

/**
 * The rules of the outcome, written down a second time and without anything from `shared/`.
 */

export interface ExpectedOutcome {
  pattern: string[];
  referral: string;
  card: string;
  shoe: string;
}

/** Pattern by place and behaviour; `+` joins two. */
const byBehaviour: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  front: {
    stairs_sit: 'PFP:fits',
    eases: 'PFP:may_fit + PT:may_fit',
    distance: 'PFP:may_fit',
    twist: 'PFP:may_fit + MEN:may_fit',
    other: 'PFP:may_fit',
  },
  below: {
    stairs_sit: 'PT:may_fit + PFP:may_fit',
    eases: 'PT:fits',
    distance: 'PT:may_fit',
    twist: 'PT:may_fit',
    other: 'PT:may_fit',
  },
  outer: {
    stairs_sit: 'ITB:may_fit + PFP:may_fit',
    eases: 'ITB:may_fit',
    distance: 'ITB:fits',
    twist: 'MEN:may_fit + ITB:may_fit',
    other: 'ITB:may_fit',
  },
  inner: {
    stairs_sit: 'PFP:may_fit + MEN:may_fit',
    eases: 'UNCLEAR:unclear',
    distance: 'UNCLEAR:unclear',
    twist: 'MEN:may_fit',
    other: 'UNCLEAR:unclear',
  },
  back: {
    stairs_sit: 'UNCLEAR:unclear',
    eases: 'UNCLEAR:unclear',
    distance: 'UNCLEAR:unclear',
    twist: 'UNCLEAR:unclear',
    other: 'UNCLEAR:unclear',
  },
  unsure: {
    stairs_sit: 'PFP:may_fit',
    eases: 'UNCLEAR:unclear',
    distance: 'UNCLEAR:unclear',
    twist: 'MEN:may_fit',
    other: 'UNCLEAR:unclear',
  },
};

/** Pattern by place and morning stiffness; "if gt3m" holds for the long-lasting ones, else what follows. */
const byStiffness: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  front: { short_45: 'OA:may_fit + PFP:may_fit', short_u45: 'PFP:may_fit', long: 'UNCLEAR:unclear' },
  below: { short_45: 'PT:may_fit + OA:may_fit', short_u45: 'PT:may_fit', long: 'UNCLEAR:unclear' },
  outer: { short_45: 'OA:may_fit + ITB:may_fit', short_u45: 'ITB:may_fit', long: 'UNCLEAR:unclear' },
  inner: {
    short_45: 'OA:fits if gt3m, else OA:may_fit',
    short_u45: 'UNCLEAR:unclear',
    long: 'UNCLEAR:unclear',
  },
  back: { short_45: 'UNCLEAR:unclear', short_u45: 'UNCLEAR:unclear', long: 'UNCLEAR:unclear' },
  unsure: {
    short_45: 'OA:fits if gt3m, else OA:may_fit',
    short_u45: 'UNCLEAR:unclear',
    long: 'UNCLEAR:unclear',
  },
};

type Rule = readonly [name: string, holds: (answers: Codes, firstPattern: string) => boolean];

/** Reasons to see someone soon. R1 alone has a card of its own. */
export const soonRules: readonly Rule[] = [
  ['R1', ({ dur }) => dur === '2w_3m' || dur === 'gt3m'],
  ['R2', ({ stiff }) => stiff === 'long'],
  ['R3', ({ loc }) => loc === 'back'],
  ['R4', (_, firstPattern) => firstPattern.startsWith('MEN')],
  [
    'R5',
    ({ loc, beh, load }) =>
      (loc === 'inner' || loc === 'unsure') && (beh === 'distance' || beh === 'other') && load === 'jump',
  ],
];

interface ShoeRule {
  name: string;
  /** undefined: any */
  band?: string;
  wear?: readonly string[];
  verdict: string;
}

/** The first that matches decides; S0 and S1, without a pair to judge, are in `expectedShoe`. */
export const shoeRules: readonly ShoeRule[] = [
  { name: 'S2', band: 'gt500', verdict: 'replace_now' },
  { name: 'S3', wear: ['lean', 'two'], verdict: 'replace_now' },
  { name: 'S4', wear: ['crease', 'smooth'], band: '300_500', verdict: 'replace_now' },
  { name: 'S5', wear: ['crease', 'smooth'], band: 'lt300', verdict: 'plan' },
  { name: 'S6', wear: ['none', 'nothere'], band: '300_500', verdict: 'plan' },
  { name: 'S7', wear: ['none', 'nothere'], band: 'lt300', verdict: 'fine' },
];

function expectedShoe(answers: Codes): string {
  if (answers.rf1 !== undefined && answers.rf1 !== 'none') return 'not_checked';
  if (answers.pair === 'nopair') return 'not_checked';
  const band = expectedBand(answers);
  const rule = shoeRules.find(
    (rule) =>
      (rule.band === undefined || rule.band === band) &&
      (rule.wear === undefined || rule.wear.includes(answers.wear ?? '')),
  );
  return rule?.verdict ?? 'no rule';
}

function expectedPattern({ loc = '', beh = '', stiff = '', dur }: Codes): string[] {
  const cell = (beh === 'morning' ? byStiffness[loc]?.[stiff] : byBehaviour[loc]?.[beh]) ?? 'no cell';
  const [ifLong = '', otherwise] = cell.split(' if gt3m, else ');
  return (otherwise && dur !== 'gt3m' ? otherwise : ifLong).split(' + ');
}

/** The outcome of a complete path. */
export function expectedOutcome(answers: Codes, isInstabilityUrgent: boolean): ExpectedOutcome {
  const shoe = expectedShoe(answers);
  const { path, rf1, rf2 } = answers;
  if (path === 'shoes') return { pattern: [], referral: 'none', card: 'none', shoe };
  if (rf1 !== 'none') return { pattern: [], referral: 'urgent', card: `rf1.${rf1}`, shoe };
  if (isInstabilityUrgent && (rf2 === 'gives_way' || rf2 === 'catches'))
    return { pattern: [], referral: 'urgent', card: 'rf2.urgent', shoe };
  if (rf2 !== 'none') return { pattern: [], referral: 'soon', card: 'rf2', shoe };
  const pattern = expectedPattern(answers);
  const reasons = soonRules.filter(([, holds]) => holds(answers, pattern[0] ?? '')).map(([name]) => name);
  if (reasons.length === 0) return { pattern, referral: 'none', card: 'none', shoe };
  const card = reasons.join() === 'R1' ? 'soon.duration' : 'soon.other';
  return { pattern, referral: 'soon', card, shoe };
}
