import { type Listing, listingAddress } from '../listing';

type PagerProps = { path: string; listing: Listing; total: number; perPage: number; what: string };

/** Which part of a long list is shown, and the ways to the parts beside it; nothing where all is shown. */
export function Pager({ path, listing, total, perPage, what }: PagerProps) {
  if (total <= perPage && listing.page === 1) return null;
  const first = (listing.page - 1) * perPage;
  const last = Math.min(total, first + perPage);
  return (
    <nav aria-label={`Pages of ${what}`} class="steps">
      {listing.page > 1 ? (
        <a rel="prev" href={listingAddress(path, listing, listing.page - 1)}>
          ← Before
        </a>
      ) : null}
      <span>{first < total ? `${first + 1} to ${last} of ${total} ${what}` : `Only ${total} ${what}`}</span>
      {last < total ? (
        <a rel="next" href={listingAddress(path, listing, listing.page + 1)}>
          More →
        </a>
      ) : null}
    </nav>
  );
}
