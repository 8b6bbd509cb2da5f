import type { Context } from 'hono';
import type { StoreSearch } from '../store/page-stores';

/** What a page of a long list was asked for. All of it is hostile; it goes into queries as values and nowhere else. */
export interface Listing {
  /** 1 for the first */
  readonly page: number;
  readonly search: StoreSearch;
}

const PAGE_MAX = 10_000;
const WORDS_MAX = 60;

/** Reads page and search from an address; what makes no sense is as if it were not there. */
export function readListing(c: Context): Listing {
  const page = Number(c.req.query('page') ?? 1);
  const words = (c.req.query('q') ?? '').trim().slice(0, WORDS_MAX);
  const region = c.req.query('region') ?? '';
  return {
    page: Number.isInteger(page) && page >= 1 && page <= PAGE_MAX ? page : 1,
    search: { ...(words && { words }), ...(region && { region }) },
  };
}

/** The address of a page of the list, with the same search. */
export function listingAddress(path: string, { search }: Listing, page: number): string {
  const query = new URLSearchParams();
  if (search.words) query.set('q', search.words);
  if (search.region) query.set('region', search.region);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
