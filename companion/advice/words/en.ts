import type { AdviceWords } from './advice-words';

/** English. */
export const en: AdviceWords = {
  languageName: 'English',
  allPages: 'All advice from the kiosk',
  patternsHeading: 'What the kiosk may call it',
  referralsHeading: 'When to see somebody',
  referrals: {
    'rf1.no_weight_move': 'Cannot stand on the knee or bend it',
    'rf1.hot_fever': 'Hot knee, or fever',
    'rf1.big_swelling': 'Very swollen knee',
    'rf1.calf': 'Sore, swollen calf',
    'rf1.injury': 'A pop, twist or fall',
    rf2: 'A sign to have seen soon',
    'soon.duration': 'Pain for over two weeks',
    'soon.other': 'Have it seen in the next days',
    none: 'What to watch for',
    'rf2.urgent': 'Gives way, catches or locks',
  },
  inShort: 'In short',
  more: 'More about it',
  warningSigns: 'Warning signs',
  viewsDiffer: 'Views differ',
  views: {
    rest: 'Rest or keep going: some say stop, others say run on. Most advice is to ease back for a short time and keep up movement that feels comfortable, unless there is a warning sign.',
    longRuns:
      'The ten per cent rule: adding a tenth a week made no difference in one trial. In a later study single runs far beyond the longest of the last month came with more injuries.',
    hips: 'Hips: some say that weak hips are the cause. One review found that they were not a risk. Strength work for hips and core helped beginners in one trial and did not help in another.',
    rolling:
      'Foam rolling: some promise relief at once. Reviews find a little more movement for a while, nothing that shows a lasting effect. It is a matter of comfort.',
    stretching:
      'Stretching before a run: often advised. A large trial found no difference to injuries, for better or worse.',
    landing:
      'Heel or midfoot: both are called best by some. Reviews found no way of landing that is best for everybody.',
    shoes:
      'Stability shoes and insoles: one trial found fewer injuries with them for feet that roll in, other studies found no more risk in plain shoes. Ready-made insoles may help for some weeks, together with exercise. Comfort decides.',
    braces:
      'Braces and sleeves: some are against them, others find them pleasant. Trials show little difference and no proof of harm. They are a comfort, not a fix.',
  },
  sources: 'Where this comes from',
  sourcesNote: '',
  emergency: 'Chest pain, trouble breathing or cannot stand: call',
  emergencyUnset: 'your emergency number',
  urgentLine: 'Urgent health line:',
  noticesHeading: 'Please note',
  notices: [
    'This is general information for adults, not a diagnosis. It does not know you or your knee.',
    'It is not for people under 18, in pregnancy, with a joint replacement, immune problems or diabetes, after recent surgery, or with cancer now or earlier: please ask a professional.',
    'The texts are made with the help of a machine from the sources below. No clinician has reviewed them.',
    'This page sets no cookie, and nobody counts who reads it.',
  ],
  textsOf: 'Texts of',
  contact: 'Questions and complaints:',
  contactUnset: 'please tell the store where the kiosk stands.',
  card: {
    title: 'Before you use the kiosk',
    how: 'For adults. Not a diagnosis. Nothing about you is kept. Read the screen yourself; ask staff if you would rather have it read to you.',
    leftOff: 'Signs that are not on the screen',
    leftOffSigns: [
      'weight loss that you cannot explain',
      'cancer, now or earlier',
      'a foot that is cold, blue or numb',
      'a rash',
      'other joints that hurt too',
    ],
    leftOffAdvice: 'Knee pain with any of these: see a doctor without delay, whatever the kiosk says.',
    notCovered: 'Please do not use the kiosk for the knee',
    notCoveredWho: [
      'under 18',
      'in pregnancy',
      'with a joint replacement',
      'with immune problems or diabetes',
      'after recent surgery',
      'with cancer, now or earlier',
    ],
    notCoveredAdvice: 'See a GP or physio instead. “Shoes only” is for everybody over 18.',
    readMore: 'Large type and sources:',
    made: 'Made with the help of a machine; no clinician has reviewed this card.',
  },
};
