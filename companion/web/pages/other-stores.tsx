import type { StoreEntry } from '../../store/store';

/** More than these are found on the page of stores. */
const LINKED_MAX = 6;

/** The way to the same page of another store; nothing where there is only one. */
export function OtherStores({ path, stores, shown }: OtherStoresProps) {
  const others = stores.filter(({ storeId }) => storeId !== shown.storeId);
  if (others.length === 0) return null;
  return (
    <nav aria-label="Other stores" class="steps">
      <span>Other stores:</span>
      {others.slice(0, LINKED_MAX).map(({ storeId, name }) => (
        <a href={`${path}?${new URLSearchParams({ store: storeId })}`}>{name}</a>
      ))}
      {others.length > LINKED_MAX ? <a href="/stores">all {stores.length} stores</a> : null}
    </nav>
  );
}

interface OtherStoresProps {
  readonly path: string;
  readonly stores: readonly StoreEntry[];
  readonly shown: StoreEntry;
}
