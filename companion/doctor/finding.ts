/** One thing that was looked at, and what to do about it. */
export interface Finding {
  readonly state: 'well' | 'look' | 'bad';
  readonly what: string;
  readonly words: string;
}

export const well = (what: string, words: string): Finding => ({ state: 'well', what, words });
export const look = (what: string, words: string): Finding => ({ state: 'look', what, words });
export const bad = (what: string, words: string): Finding => ({ state: 'bad', what, words });
