import type { WorkKey } from './works';

/**
 * How far the works carry a claim. `safe side`: they differ or say little, the choice here is the careful one.
 * `general knowledge`: no work was read for it. No clinician has reviewed any of it.
 */
export type Strength = 'supported' | 'mixed' | 'rule of thumb' | 'safe side' | 'general knowledge';

/** One medical or shoe claim that a rule or a card rests on. */
export interface Claim {
  says: string;
  strength: Strength;
  works: readonly WorkKey[];
  /** `rules` when a comment in shared/check names the claim, then the cards (kind.code of `LongWording`) */
  usedBy: readonly string[];
}

/** Every medical and shoe claim, by the key that rules and pages name. */
export const claims = {
  urgentSigns: {
    says: 'Not being able to stand on or bend the knee, heat or fever, a very swollen or changed knee, a sore swollen calf, or a start with a pop, hard twist or fall call for a check the same day. An old, mild start counts too: some are sent on needlessly, none is missed.',
    strength: 'supported',
    works: ['aafp2018', 'ottawa', 'bsrHotJoint', 'glos', 'lincolnshireKnee', 'nhsDvt'],
    usedBy: [
      'rules',
      'referrals.rf1.no_weight_move',
      'referrals.rf1.big_swelling',
      'referrals.rf1.injury',
      'staff.urgent',
      'help.rf1',
      'help.twoSigns',
    ],
  },
  infectionHeat: {
    says: 'A hot knee or knee pain with fever can be a joint infection, which needs quick treatment. Redness is harder to see on brown or black skin.',
    strength: 'supported',
    works: ['bsrHotJoint', 'aafp2018'],
    usedBy: ['referrals.rf1.hot_fever'],
  },
  calfClot: {
    says: 'A sore, swollen calf may be a clot; chest pain or trouble breathing with it is an emergency. It must not be massaged.',
    strength: 'supported',
    works: ['nhsDvt'],
    usedBy: ['referrals.rf1.calf'],
  },
  soonSigns: {
    says: 'Giving way, catching, swelling that stays, pain at rest or at night and sharp worsening pain deserve a visit to a physio or GP within days. Night pain is also common in ordinary knee trouble, so it is not urgent.',
    strength: 'supported',
    works: ['aafp2018', 'lincolnshireKnee', 'nhsggc', 'glos'],
    usedBy: ['rules', 'referrals.rf2', 'staff.soon', 'help.rf2'],
  },
  instability: {
    says: 'Giving way or catching: some pages say the same day, others only after an injury, others a GP visit. Here soon without an injury, and urgent when the store chooses so.',
    strength: 'safe side',
    works: ['lincolnshireKnee', 'aafp2018', 'cora'],
    usedBy: ['rules', 'referrals.rf2.urgent', 'help.rf2'],
  },
  twoWeekRule: {
    says: 'Most knee pain settles within weeks; when it has not eased after about two, a check is worth it.',
    strength: 'supported',
    works: ['uhmb', 'northernCare', 'lincolnshireKnee', 'aafp2018'],
    usedBy: ['rules', 'referrals.soon.duration', 'referrals.none'],
  },
  longStiffness: {
    says: 'Morning stiffness of more than 30 minutes is not typical of osteoarthritis and may come from inflammation.',
    strength: 'supported',
    works: ['niceNg226'],
    usedBy: ['rules', 'referrals.soon.other'],
  },
  backOfKnee: {
    says: 'Pain behind the knee is in none of the patterns; cysts, tendons or veins may be the cause, so it is to be seen.',
    strength: 'general knowledge',
    works: [],
    usedBy: ['rules'],
  },
  boneStress: {
    says: 'Pain on the inner side or all over that comes with running after a step up in training can be bone stress.',
    strength: 'safe side',
    works: ['frandsen2025'],
    usedBy: ['rules'],
  },
  kneecapPattern: {
    says: 'Pain round the kneecap on stairs, hills, squats or after long sitting is the usual picture of kneecap pain.',
    strength: 'supported',
    works: ['willy2019', 'bolgla2018', 'gaitonde2019'],
    usedBy: ['rules'],
  },
  tendonPattern: {
    says: 'Pain just below the kneecap that is there at the start and eases on warming up is the usual picture of kneecap-tendon pain.',
    strength: 'supported',
    works: ['malliaras2015'],
    usedBy: ['rules'],
  },
  outerBandPattern: {
    says: 'Pain on the outer side that comes after a certain distance is the usual picture of outer-band pain.',
    strength: 'supported',
    works: ['epocratesItbs', 'bmjItbs', 'hutchinson2022'],
    usedBy: ['rules'],
  },
  twistPattern: {
    says: 'Pain on twisting can come from inside the joint. Answers alone are a weak guide to that, so it may fit and never fits, and is to be seen soon.',
    strength: 'safe side',
    works: ['nhsggc'],
    usedBy: ['rules', 'patterns.MEN'],
  },
  stiffPattern: {
    says: 'At 45 or over, pain with activity and morning stiffness of at most 30 minutes is the picture of a longer-term stiff knee; fits only after three months.',
    strength: 'supported',
    works: ['niceNg226'],
    usedBy: ['rules'],
  },
  signposting: {
    says: 'Software that names possible conditions from what a person enters may be a medical device. Labels are places and behaviours, and a store can switch them off.',
    strength: 'safe side',
    works: ['nhsInnovation', 'mhraSoftware', 'fdaWellness', 'semigran2015', 'riboliSasco2023'],
    usedBy: ['rules'],
  },
  kneecapCare: {
    says: 'Exercise of hips and thighs and education about load help kneecap pain; shorter steps take load off the kneecap. Weak thighs were a risk factor in one group, weak hips were not.',
    strength: 'supported',
    works: [
      'crossley2016',
      'collins2018',
      'esculier2018',
      'winters2020',
      'neal2019',
      'willson2014',
      'lenhart2014',
    ],
    usedBy: ['patterns.PFP'],
  },
  outerBandCare: {
    says: 'Keeping runs below the distance that hurts, flat ground and side-hip strength are usual for outer-band pain; trials are small. Foam rolling is a comfort, no cure.',
    strength: 'mixed',
    works: ['bmjItbs', 'roosens', 'friede2022', 'itbsReview2024', 'itbsPilot', 'konrad2022', 'pagaduan2022'],
    usedBy: ['patterns.ITB'],
  },
  tendonCare: {
    says: 'Steady loading of the thigh over weeks to months is the main treatment of kneecap-tendon pain; rest alone does not help for long.',
    strength: 'supported',
    works: ['malliaras2015', 'breda2020'],
    usedBy: ['patterns.PT'],
  },
  stiffCare: {
    says: 'Movement and strength work come first for osteoarthritis. Recreational runners had it less often than people who sit.',
    strength: 'supported',
    works: ['niceNg226', 'alentornGeli2017'],
    usedBy: ['patterns.OA'],
  },
  easyMovement: {
    says: 'Ease back for a short time and keep up comfortable movement; causes differ from person to person.',
    strength: 'supported',
    works: ['uhmb', 'esculier2020', 'roosens'],
    usedBy: ['patterns.UNCLEAR'],
  },
  longestRun: {
    says: 'A single run of more than a tenth beyond the longest of the last 30 days came with more injuries; changes from week to week did not.',
    strength: 'supported',
    works: ['frandsen2025', 'buist2008'],
    usedBy: ['factors.jump'],
  },
  otherSports: {
    says: 'Other sports beside running came with fewer injuries in one study; strength work helped novices in one trial and did not in a self-run programme.',
    strength: 'mixed',
    works: ['malisoux2015', 'leppanen2024', 'toresdahl2019', 'resistanceReview'],
    usedBy: ['factors.only_run'],
  },
  slopes: {
    says: 'Advice on outer-band pain is to avoid sloped ground; the data are weak.',
    strength: 'mixed',
    works: ['bmjItbs'],
    usedBy: ['factors.slope'],
  },
  easyStart: {
    says: 'An easy start is harmless and may help. Stretching before runs made no difference to injuries in a large trial.',
    strength: 'general knowledge',
    works: ['pereles'],
    usedBy: ['factors.no_warm'],
  },
  runLog: {
    says: 'A short log helps to see what sets the pain off.',
    strength: 'general knowledge',
    works: ['esculier2018'],
    usedBy: ['factors.none', 'help.beh'],
  },
  shoeLife: {
    says: 'A pair lasts about 300 to 500 miles (500 to 800 km). Foam loses most of its bounce early and unseen.',
    strength: 'rule of thumb',
    works: ['aapsm', 'cook1985', 'kong2009'],
    usedBy: ['rules', 'shoes.replace_now', 'shoes.plan', 'shoes.fine', 'staff.fine', 'staff.plan'],
  },
  pairAge: {
    says: 'After a year a pair is due for a look, however little it ran; without a weekly distance a guess alone never calls for a new pair.',
    strength: 'rule of thumb',
    works: ['aapsm', 'hemaware'],
    usedBy: ['rules'],
  },
  wearSigns: {
    says: 'Creased foam, a smooth sole or a leaning heel mark a worn pair; staff look at the pair before anything is said.',
    strength: 'rule of thumb',
    works: ['aapsm'],
    usedBy: ['rules', 'staff.replace_now', 'help.wear'],
  },
  careFirst: {
    says: 'After an urgent sign nothing is checked or sold, and without a pair there is nothing to judge.',
    strength: 'safe side',
    works: ['aafp2018'],
    usedBy: ['rules', 'staff.not_checked'],
  },
  wornShoesAndPain: {
    says: 'The link between worn shoes and injury is weak, so pain never changes the verdict on a pair and no shoe is said to help the knee.',
    strength: 'mixed',
    works: ['vanDerWorp2015', 'kong2009'],
    usedBy: ['rules'],
  },
  comfortFirst: {
    says: 'Light shoes that feel comfortable at once are a sound choice; matching shoes to the foot is not shown to prevent injury.',
    strength: 'mixed',
    works: ['agresta2022', 'cochraneShoes', 'nielsen2014'],
    usedBy: ['shoes.not_checked', 'feet.high', 'feet.unsure'],
  },
  stabilityShoes: {
    says: 'One good trial found fewer injuries in motion-control shoes for feet that roll in; other studies found no more risk in plain ones.',
    strength: 'mixed',
    works: ['malisoux2016', 'willems2021', 'nielsen2014', 'cochraneShoes'],
    usedBy: ['feet.rolls_in'],
  },
  insoles: {
    says: 'Ready-made insoles may help kneecap pain for a few weeks, with exercise.',
    strength: 'mixed',
    works: ['crossley2016', 'barton2010', 'winters2020'],
    usedBy: ['feet.flat'],
  },
  restPain: {
    says: 'Pain in bed or at rest, swelling that stays and a knee that sticks are among the signs to be seen for.',
    strength: 'supported',
    works: ['glos', 'nhsggc'],
    usedBy: ['help.rf2'],
  },
} satisfies Record<string, Claim>;
