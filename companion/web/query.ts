import type { Deps } from './deps';
import type { View } from './panels/panel';

const COMPARED_SPANS = 4;
/** So many other stores are linked; more are found on the page of stores. */
export const LINKED_STORES_MAX = 6;

/** Why a view cannot be shown. */
export type NoView = 'store-unknown' | 'span-unknown' | 'no-release';

/**
 * The store and span that an address asks for; without them the first store and its newest release.
 *
 * Both are hostile until found among what the companion holds: nothing of them is kept or shown otherwise.
 */
export async function findView(
  { readModel }: Pick<Deps, 'readModel'>,
  store: string | undefined,
  span: string | undefined,
): Promise<View | NoView> {
  const { stores, total } = await readModel.firstStores(LINKED_STORES_MAX + 1);
  if (total === 0) return 'no-release';
  const chosen = store === undefined ? stores[0] : await readModel.findStore(store);
  if (!chosen) return 'store-unknown';
  const releases = await readModel.listReleases(chosen.storeId);
  if (releases.length === 0) return span === undefined ? 'no-release' : 'span-unknown';
  const at = span === undefined ? 0 : releases.findIndex((release) => String(release.spanNo) === span);
  const release = releases[at];
  if (!release) return 'span-unknown';
  const earlier = releases.slice(at + 1, at + 1 + COMPARED_SPANS);
  return { stores, storeCount: total, store: chosen, release, before: earlier[0], earlier, releases };
}

/** The query string that leads to a view again: a URL is a view. */
export function viewQuery(view: View, spanNo: number = view.release.spanNo): string {
  const query = new URLSearchParams({ store: view.store.storeId, span: String(spanNo) });
  return `?${query}`;
}
