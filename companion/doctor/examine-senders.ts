import type { KioskHealth } from '../store/kiosk-health';
import { listStores } from '../store/store';
import type { Db } from '../store/tables';
import { ageWords } from '../web/bands/dates';
import { judgeKiosk } from '../web/panels/judge-kiosk';
import { type Finding, look, well } from './finding';

/** A chain has thousands of stores and kiosks. */
const NAMED_MAX = 10;
const SILENT_AFTER_MS = 26 * 3_600_000;

/** What the stores that send here and their kiosks need, the worst first; nothing where no store sends. */
export async function examineSenders(
  db: Db,
  forwarded: readonly KioskHealth[],
  nowMs: number,
): Promise<Finding[]> {
  return [...(await examineStores(db, nowMs)), ...(await examineTheirKiosks(db, forwarded, nowMs))];
}

async function examineStores(db: Db, nowMs: number): Promise<Finding[]> {
  const senders = await db
    .selectFrom('forward')
    .innerJoin('store', 'store.storeId', 'forward.storeId')
    .select(['store.name', 'forward.heardAt'])
    .where('forward.tokenHash', 'is not', null)
    .orderBy('store.name')
    .execute();
  if (senders.length === 0) return [];
  const silent = senders.flatMap(({ name, heardAt }) => {
    const words = silenceWords(heardAt, nowMs);
    return words === null ? [] : [look(`Store ${name}`, words)];
  });
  if (silent.length === 0) return [well('Stores', `${senders.length} send here, all of them lately.`)];
  const words = `${senders.length} send here; of ${silent.length} nothing came for a day or more.`;
  return [look('Stores', words + sayFirst(silent.length)), ...silent.slice(0, NAMED_MAX)];
}

function silenceWords(heardAt: string | null, nowMs: number): string | null {
  const toDo = 'There, run: counterstep doctor';
  if (heardAt === null) return `Its companion has never sent. ${toDo}`;
  const ageMs = nowMs - Date.parse(heardAt);
  return ageMs > SILENT_AFTER_MS ? `Its companion last sent ${ageWords(ageMs)} ago. ${toDo}` : null;
}

async function examineTheirKiosks(
  db: Db,
  forwarded: readonly KioskHealth[],
  nowMs: number,
): Promise<Finding[]> {
  if (forwarded.length === 0) return [];
  const nameOf = new Map((await listStores(db)).map(({ storeId, name }) => [storeId, name]));
  const unwell = forwarded
    .map((kiosk) => ({ kiosk, ...judgeKiosk(kiosk, nowMs) }))
    .filter(({ state }) => state !== 'well')
    .sort((a, b) => rank(a.state) - rank(b.state) || heardMs(a.kiosk) - heardMs(b.kiosk));
  if (unwell.length === 0) return [well('Kiosks', `${forwarded.length} of other companions, all well.`)];
  const words = `${forwarded.length} of other companions; ${unwell.length} ${unwell.length === 1 ? 'needs' : 'need'} attention.`;
  return [
    look('Kiosks', words + sayFirst(unwell.length)),
    ...unwell.slice(0, NAMED_MAX).map(({ kiosk, state, dataAge, advice }): Finding => {
      const what = `Kiosk ${kiosk.name}, ${nameOf.get(kiosk.storeId) ?? kiosk.storeId}`;
      const said = [`Data age: ${dataAge}.`, ...advice].join(' ');
      return { state: state === 'alarm' ? 'bad' : 'look', what, words: said };
    }),
  ];
}

const rank = (state: 'well' | 'look' | 'alarm'): number => (state === 'alarm' ? 0 : 1);
const heardMs = ({ lastHeardAtMs }: KioskHealth): number => lastHeardAtMs ?? 0;
const sayFirst = (count: number): string => (count > NAMED_MAX ? ` The first ${NAMED_MAX}:` : '');
