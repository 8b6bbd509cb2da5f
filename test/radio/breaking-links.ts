import { SyncError } from '../../companion/sync/errors';
import { Shelf } from './shelf';
import type { PlacedCompanion, PlacedKiosk, World } from './world';

const AFTERMATH_MS = 5000;

/** A companion with an empty store at this kiosk. */
export function companionAt(world: World, kiosk: PlacedKiosk): { companion: PlacedCompanion; shelf: Shelf } {
  const shelf = new Shelf();
  return { companion: world.companion([kiosk], { store: shelf }), shelf };
}

/** Syncs, whatever happens on the way; the code of the error, or `none`. */
export async function trySync(world: World, companion: PlacedCompanion, kiosk: PlacedKiosk): Promise<string> {
  try {
    await world.time.run(companion.sync(kiosk));
    return 'none';
  } catch (error) {
    if (error instanceof SyncError) return error.code;
    throw error;
  }
}

/**
 * Breaks the link at the n-th packet of a sync, either way, and then syncs undisturbed.
 *
 * @returns false when the sync was over before its n-th packet
 */
export async function breakAt(
  world: World,
  kiosk: PlacedKiosk,
  number: number,
  shelf: Shelf,
): Promise<boolean> {
  const { companion, shelf: own } = companionAt(world, kiosk);
  let packets = 0;
  world.air.fateOf = () => (++packets === number ? 'breaks' : 'arrives');
  const code = await trySync(world, companion, kiosk);
  world.air.fateOf = () => 'arrives';
  const wasBroken = packets >= number;
  if (wasBroken !== (code !== 'none') && code !== 'none')
    throw new Error(`Ended with ${code} at packet ${number} of ${packets}`);
  await world.time.pass(AFTERMATH_MS);
  if ((await trySync(world, companion, kiosk)) !== 'none') throw new Error(`No sync after packet ${number}`);
  for (const [name, sheet] of own.sheets) shelf.sheets.set(name, sheet);
  shelf.conflicts += own.conflicts;
  shelf.gaps.push(...own.gaps);
  companion.link.close();
  companion.adapter.controller.unplug();
  world.air.capture.length = 0;
  return wasBroken;
}
