/** How much of a work was read before its facts were used here. */
export type Reading =
  | 'abstract'
  | 'page'
  | 'part of the page'
  | 'summary by others'
  | 'title page; the rest is general knowledge'
  | 'abstract without results; the rest is general knowledge';

/** One publication. Read as stored copies, 2026; what was not noted then is left out. */
export interface Work {
  authors: string;
  year?: number;
  /** journal or organisation */
  where: string;
  /** how to find it */
  identifier: string;
  read: Reading;
  /** read for background only: no claim rests on it */
  isBackground?: true;
}

function others(first: string): string {
  return `${first} and others`;
}

/** Every publication that was used, by key. */
export const works = {
  willy2019: {
    authors: others('Willy'),
    year: 2019,
    where: 'Journal of Orthopaedic & Sports Physical Therapy, clinical practice guideline',
    identifier: 'scribd.com/document/432380294',
    read: 'title page; the rest is general knowledge',
  },
  bolgla2018: {
    authors: others('Bolgla'),
    year: 2018,
    where: "National Athletic Trainers' Association position statement",
    identifier: 'PMC6208300',
    read: 'abstract',
  },
  gaitonde2019: {
    authors: others('Gaitonde'),
    year: 2019,
    where: 'American Family Physician',
    identifier: 'docslib.org/doc/7023459',
    read: 'abstract',
  },
  crossley2016: {
    authors: others('Crossley'),
    year: 2016,
    where: 'patellofemoral pain consensus statement',
    identifier: 'PMC4975825',
    read: 'abstract',
  },
  collins2018: {
    authors: others('Collins'),
    year: 2018,
    where: 'patellofemoral pain consensus statement',
    identifier: 'scribd.com/document/389542662',
    read: 'abstract',
  },
  barton2010: {
    authors: others('Barton'),
    year: 2010,
    where: 'review of foot orthoses, Springer Medicine',
    identifier: 'springermedicine.com',
    read: 'abstract',
  },
  neal2019: {
    authors: others('Neal'),
    year: 2019,
    where: 'British Journal of Sports Medicine',
    identifier: 'bjsm.bmj.com/content/53/5/270',
    read: 'abstract',
  },
  esculier2018: {
    authors: others('Esculier'),
    year: 2018,
    where: 'British Journal of Sports Medicine',
    identifier: 'bjsm.bmj.com/content/52/10/659',
    read: 'abstract',
  },
  esculier2020: {
    authors: others('Esculier'),
    year: 2020,
    where: 'current concepts, runners',
    identifier: 'PMC7740062',
    read: 'abstract',
  },
  epocratesItbs: {
    authors: 'Epocrates',
    where: 'topic highlights on iliotibial band pain',
    identifier: 'epocrates.com/online/diseases/587',
    read: 'part of the page',
  },
  bmjItbs: {
    authors: 'BMJ Best Practice',
    where: 'topic 587, prevention',
    identifier: 'bibliotheek.ehb.be topic 587',
    read: 'page',
  },
  hutchinson2022: {
    authors: others('Hutchinson'),
    year: 2022,
    where: 'review of iliotibial band pain',
    identifier: 'researchreviewservice.com',
    read: 'summary by others',
  },
  frandsen2025: {
    authors: others('Frandsen'),
    year: 2025,
    where: '5,205 runners; British Journal of Sports Medicine',
    identifier: 'PMID 40623829',
    read: 'abstract',
  },
  buist2008: {
    authors: others('Buist'),
    year: 2008,
    where: 'randomised trial of graded training',
    identifier: 'PMID 17940147',
    read: 'abstract',
  },
  roosens: {
    authors: others('Roosens'),
    where: 'review of risk factors for iliotibial band pain',
    identifier: 'journalofsportsmedicine.org/full-text/702',
    read: 'abstract',
  },
  friede2022: {
    authors: others('Friede'),
    year: 2022,
    where: 'review of iliotibial band pain',
    identifier: 'scribd.com/document/659639407',
    read: 'abstract',
  },
  malliaras2015: {
    authors: others('Malliaras'),
    year: 2015,
    where: 'review of patellar tendon pain',
    identifier: 'scribd.com/document/348971702',
    read: 'abstract',
  },
  breda2020: {
    authors: others('Breda'),
    year: 2020,
    where: 'randomised trial of tendon loading',
    identifier: 'no identifier noted',
    read: 'abstract',
  },
  niceNg226: {
    authors: 'National Institute for Health and Care Excellence',
    where: 'guideline NG226 on osteoarthritis',
    identifier: 'nice.org.uk/guidance/ng226',
    read: 'page',
  },
  uhmb: {
    authors: 'University Hospitals of Morecambe Bay NHS',
    where: 'knee pain page',
    identifier: 'uhmb.nhs.uk',
    read: 'page',
  },
  northernCare: {
    authors: 'Northern Care Alliance NHS',
    where: 'knee pain leaflet',
    identifier: 'no identifier noted',
    read: 'part of the page',
  },
  cora: {
    authors: 'CORA Health, NHS provider',
    where: 'knee pain page',
    identifier: 'no identifier noted',
    read: 'part of the page',
  },
  lincolnshireKnee: {
    authors: 'Lincolnshire Knee',
    where: 'pages that quote the NHS tiers; the NHS page itself was not read',
    identifier: 'lincolnshireknee.co.uk',
    read: 'summary by others',
  },
  nhsggc: {
    authors: 'NHS Greater Glasgow and Clyde',
    where: 'meniscus page',
    identifier: 'rightdecisions.scot.nhs.uk',
    read: 'page',
  },
  bsrHotJoint: {
    authors: 'British Society for Rheumatology',
    where: 'guideline on the hot swollen joint',
    identifier: 'medscape.co.uk, springermedizin.de',
    read: 'summary by others',
  },
  aafp2018: {
    authors: 'American Academy of Family Physicians',
    year: 2018,
    where: 'evaluation of knee pain',
    identifier: 'aafp.org/afp/2018/1101/p576',
    read: 'abstract',
  },
  ottawa: {
    authors: 'Ottawa knee rule',
    where: 'rule for knee X-rays',
    identifier: 'Medscape, WikEM',
    read: 'summary by others',
  },
  glos: {
    authors: 'NHS Gloucestershire, G-care',
    where: 'red flags of the knee',
    identifier: 'g-care.glos.nhs.uk',
    read: 'page',
  },
  nhsDvt: {
    authors: 'NHS',
    where: 'wording on clots in the leg, as news pages quote it',
    identifier: 'no identifier noted',
    read: 'summary by others',
  },
  malisoux2015: {
    authors: others('Malisoux'),
    year: 2015,
    where: 'parallel use of running shoes',
    identifier: 'scribd.com/document/282499671',
    read: 'abstract',
  },
  malisoux2016: {
    authors: others('Malisoux'),
    year: 2016,
    where: 'British Journal of Sports Medicine, randomised trial of motion-control shoes',
    identifier: 'bjsm.bmj.com/content/50/8/481',
    read: 'abstract',
  },
  willems2021: {
    authors: others('Willems'),
    year: 2021,
    where: 'analysis of the motion-control shoe trial',
    identifier: 'PMID 33306927',
    read: 'abstract',
  },
  nielsen2014: {
    authors: others('Nielsen'),
    year: 2014,
    where: 'foot posture and injury in novice runners',
    identifier: 'PMID 23766439',
    read: 'abstract',
  },
  cochraneShoes: {
    authors: 'Cochrane',
    year: 2022,
    where: 'review CD013368, running shoes',
    identifier: 'CD013368',
    read: 'abstract without results; the rest is general knowledge',
  },
  agresta2022: {
    authors: others('Agresta'),
    year: 2022,
    where: 'review of running footwear',
    identifier: 'no identifier noted',
    read: 'abstract',
  },
  willson2014: {
    authors: others('Willson'),
    year: 2014,
    where: 'step length and kneecap load',
    identifier: 'coek.info',
    read: 'abstract',
  },
  lenhart2014: {
    authors: others('Lenhart'),
    year: 2014,
    where: 'Medicine & Science in Sports & Exercise',
    identifier: 'journals.lww.com/acsm-msse',
    read: 'abstract',
  },
  konrad2022: {
    authors: others('Konrad'),
    year: 2022,
    where: 'foam rolling',
    identifier: 'PMC9474417',
    read: 'abstract',
  },
  pagaduan2022: {
    authors: others('Pagaduan'),
    year: 2022,
    where: 'foam rolling',
    identifier: 'PMC8998857',
    read: 'abstract',
  },
  pereles: {
    authors: others('Pereles'),
    where: 'randomised trial of stretching before runs, 2,700 runners',
    identifier: 'painscience.com, rxwiki.com',
    read: 'summary by others',
  },
  leppanen2024: {
    authors: others('Leppanen'),
    year: 2024,
    where: 'British Journal of Sports Medicine, randomised trial of hip and core work',
    identifier: 'no identifier noted',
    read: 'abstract',
  },
  toresdahl2019: {
    authors: others('Toresdahl'),
    year: 2019,
    where: 'randomised trial of a self-run strength programme',
    identifier: 'PMC6931177',
    read: 'abstract',
  },
  resistanceReview: {
    authors: 'authors not noted',
    where: 'review of resistance exercise in runners',
    identifier: 'PMC9319953',
    read: 'abstract',
  },
  itbsReview2024: {
    authors: 'authors not noted',
    year: 2024,
    where: 'Frontiers in Sports and Active Living',
    identifier: 'fspor.2024.1386456',
    read: 'abstract',
  },
  itbsPilot: {
    authors: 'authors not noted',
    where: 'Journal of Orthopaedic Surgery and Research, pilot with female runners',
    identifier: '01713-7',
    read: 'abstract',
  },
  winters2020: {
    authors: others('Winters'),
    year: 2020,
    where: 'network review of kneecap pain treatments',
    identifier: 'PMC7982922',
    read: 'abstract',
  },
  alentornGeli2017: {
    authors: others('Alentorn-Geli'),
    year: 2017,
    where: 'running and osteoarthritis',
    identifier: 'scribd.com/document/612857591',
    read: 'summary by others',
  },
  aapsm: {
    authors: 'American Academy of Podiatric Sports Medicine',
    where: 'when to replace running shoes',
    identifier: 'aapsm.org/replace_shoes.html',
    read: 'page',
  },
  hemaware: {
    authors: 'HemAware',
    where: 'quotes the AAPSM: one year',
    identifier: 'hemaware.org',
    read: 'summary by others',
  },
  vanDerWorp2015: {
    authors: others('van der Worp'),
    year: 2015,
    where: 'injuries of female runners and age of their shoes',
    identifier: 'PMC4338213',
    read: 'abstract',
  },
  cook1985: {
    authors: others('Cook'),
    year: 1985,
    where: 'cushioning of worn shoes',
    identifier: 'painscience.com',
    read: 'summary by others',
  },
  kong2009: {
    authors: others('Kong'),
    year: 2009,
    where: 'gait in worn shoes',
    identifier: 'weloverunning blog',
    read: 'summary by others',
  },
  mhraSoftware: {
    authors: 'MHRA',
    where: 'flowcharts on medical device software, 1.07 and 1.08',
    identifier: 'devicesfordignity.org.uk',
    read: 'part of the page',
  },
  nhsInnovation: {
    authors: 'NHS Innovation Service',
    where: 'guide to regulation',
    identifier: 'innovation.nhs.uk/innovation-guides/regulation',
    read: 'page',
  },
  fdaWellness: {
    authors: 'US Food and Drug Administration',
    year: 2019,
    where: 'general wellness policy and digital health navigator',
    identifier: 'innolitics.com, unplex.tech',
    read: 'part of the page',
  },
  semigran2015: {
    authors: others('Semigran'),
    year: 2015,
    where: 'audit of symptom checkers',
    identifier: 'PMC4496786',
    read: 'abstract',
  },
  riboliSasco2023: {
    authors: others('Riboli-Sasco'),
    year: 2023,
    where: 'review of symptom checkers',
    identifier: 'no identifier noted',
    read: 'abstract',
  },
  nhsReadingAge: {
    authors: 'NHS',
    where: 'service manual on reading age',
    identifier: 'nhsuk-service-manual, backlog issue 258',
    read: 'part of the page',
    isBackground: true,
  },
  cochraneBraces: {
    authors: 'Cochrane',
    year: 2015,
    where: 'review CD010513, knee orthoses',
    identifier: 'CD010513',
    read: 'part of the page',
    isBackground: true,
  },
  lipman2017: {
    authors: others('Lipman'),
    year: 2017,
    where: 'ibuprofen in ultra-runners',
    identifier: 'medicallysound.com, kidneynews.org',
    read: 'summary by others',
    isBackground: true,
  },
  hamill2017: {
    authors: 'Hamill and Gruber',
    year: 2017,
    where: 'foot strike',
    identifier: 'studylib.net/doc/25194760',
    read: 'abstract',
    isBackground: true,
  },
  anderson2020: {
    authors: others('Anderson'),
    year: 2020,
    where: 'review of foot strike',
    identifier: 'scribd.com/document/695587223',
    read: 'abstract',
    isBackground: true,
  },
} satisfies Record<string, Work>;

export type WorkKey = keyof typeof works;
