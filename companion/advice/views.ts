import type { WorkKey } from '../../shared/wording/works';
import type { CardCode } from './card-codes';

/** Topics on which advice for runners differs, and on which works were read. */
export type ViewKey =
  | 'rest'
  | 'longRuns'
  | 'hips'
  | 'rolling'
  | 'stretching'
  | 'landing'
  | 'shoes'
  | 'braces';

/** Where views differ: the works that say so, and the cards on whose pages it matters. */
export interface View {
  readonly key: ViewKey;
  readonly works: readonly WorkKey[];
  readonly cards: readonly CardCode[];
}

/** Every topic on which views differ, in the order in which pages show them. */
export const views: readonly View[] = [
  { key: 'rest', works: ['uhmb', 'malliaras2015'], cards: ['PFP', 'ITB', 'PT', 'OA', 'UNCLEAR'] },
  { key: 'longRuns', works: ['frandsen2025', 'buist2008'], cards: ['PFP', 'ITB', 'PT', 'UNCLEAR'] },
  { key: 'hips', works: ['neal2019', 'leppanen2024', 'toresdahl2019'], cards: ['PFP', 'ITB'] },
  { key: 'rolling', works: ['konrad2022', 'pagaduan2022', 'itbsReview2024'], cards: ['ITB'] },
  { key: 'stretching', works: ['pereles'], cards: ['PFP', 'ITB', 'PT', 'UNCLEAR'] },
  { key: 'landing', works: ['hamill2017', 'anderson2020'], cards: ['PFP', 'UNCLEAR'] },
  { key: 'shoes', works: ['malisoux2016', 'nielsen2014', 'cochraneShoes', 'crossley2016'], cards: ['PFP'] },
  { key: 'braces', works: ['cochraneBraces'], cards: ['PFP', 'PT', 'OA'] },
];
