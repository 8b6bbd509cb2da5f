import type { View } from '../panels/panel';
import { LINKED_STORES_MAX } from '../query';

/** The way to the same page of another store; nothing where there is only one. */
export function OtherStores({ path, view }: { path: string; view: View }) {
  const { stores, storeCount, store: shown } = view;
  const others = stores.filter(({ storeId }) => storeId !== shown.storeId);
  if (others.length === 0) return null;
  return (
    <nav aria-label="Other stores" class="steps">
      <span>Other stores:</span>
      {others.slice(0, LINKED_STORES_MAX).map(({ storeId, name }) => (
        <a href={`${path}?${new URLSearchParams({ store: storeId })}`}>{name}</a>
      ))}
      {storeCount > LINKED_STORES_MAX + 1 ? <a href="/stores">all {storeCount} stores</a> : null}
    </nav>
  );
}
