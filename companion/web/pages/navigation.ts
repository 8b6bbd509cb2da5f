import type { Site } from '../site';

/** A page in the navigation. */
export interface NavigationLink {
  readonly path: string;
  readonly words: string;
}

/** What the counts say: read every week. */
export const countPages: readonly NavigationLink[] = [
  { path: '/', words: 'Overview' },
  { path: '/pain', words: 'Pain' },
  { path: '/shoes', words: 'Shoes' },
  { path: '/use', words: 'Use' },
  { path: '/stores', words: 'Stores' },
  { path: '/releases', words: 'Releases' },
];

/** Everything around them: read when it is needed. */
export const upkeepPages = (site: Site): readonly NavigationLink[] => [
  { path: '/kiosks', words: 'Kiosks' },
  ...(site.hasKioskPage ? [{ path: '/kiosk', words: 'Try a kiosk' }] : []),
  { path: '/settings', words: 'Settings' },
  ...(site.hasAccounts ? [{ path: '/account', words: 'Account' }] : []),
  { path: '/privacy', words: 'Privacy' },
  { path: '/help', words: 'Help' },
];
