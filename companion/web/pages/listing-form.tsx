import type { Listing } from '../listing';

type ListingFormProps = {
  path: string;
  listing: Listing;
  /** names of all regions; without any there is nothing to choose */
  regions: readonly string[];
  /** what is searched, for the label: "store by name" */
  what: string;
};

/** Search and region of a long list: a form that asks for the page anew. */
export const ListingForm = ({ path, listing: { search }, regions, what }: ListingFormProps) => (
  <search>
    <form class="form-row listing" method="get" action={path}>
      <label>
        Find a {what} <input type="search" name="q" value={search.words ?? ''} maxlength={60} />
      </label>
      {regions.length > 0 ? (
        <label>
          Region{' '}
          <select name="region">
            <option value="">all</option>
            {regions.map((region) => (
              <option value={region} selected={region === search.region}>
                {region}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <button type="submit">Show</button>
    </form>
  </search>
);
