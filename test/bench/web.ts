import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { addAccount } from '../../companion/access/accounts';
import { startSession } from '../../companion/access/sessions';
import { systemClock } from '../../companion/clock';
import { saveKiosk } from '../../companion/store/kiosk';
import { openStore } from '../../companion/store/open-store';
import { makeDataFolder, type RunningCompanion, runCompanion } from '../browser/run-companion';
import { fillStores } from './fill';
import { measureLoad } from './load';
import type { Figure, Part } from './part';

const KIOSKS = 20;
const WEEKS = 3 * 52;
const PAGE_LIMIT_KB = 30;
const MEMORY_LIMIT_MB = 100;
const BUILD_LIMIT_S = 60;
/** Until V8 has taken back what starting left. */
const REST_MS = 60_000;
const PAGES = [
  '/',
  '/pain',
  '/shoes',
  '/use',
  '/stores',
  '/regions',
  '/chain',
  '/kiosks',
  '/releases',
  '/settings',
  '/help',
  '/privacy',
  '/users',
  '/account',
];

// two folders below the project's, as a source and as a bundle
const root = fileURLToPath(new URL('../..', import.meta.url));

/** A data folder with twenty kiosks in one store, three years of releases and a session of its owner. */
async function fillFolder(): Promise<{ dataFolder: string; cookie: string }> {
  const dataFolder = makeDataFolder();
  const store = await openStore(dataFolder, 'real', systemClock);
  const [storeId = ''] = await fillStores(store, 1, WEEKS);
  for (let kiosk = 1; kiosk < KIOSKS; kiosk++) {
    const kioskId = kiosk.toString(16).padStart(16, '0');
    await saveKiosk(store, { storeId, kioskId, name: `Kiosk ${kiosk}`, board: 'pixljs', isSimulated: false });
  }
  const nowMs = systemClock.nowMs();
  const { accountId } = await addAccount(store.db, 'bench', 'owner', nowMs);
  const cookie = `counterstep=${await startSession(store.db, accountId, nowMs)}`;
  await store.close();
  return { dataFolder, cookie };
}

/** The bytes of one page or file as they cross the network. */
function load(base: string, path: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { Cookie: cookie, 'Accept-Encoding': 'gzip', Accept: 'text/html' };
    request(new URL(path, base), { headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`${path} answers ${answer.statusCode}`));
        resolve(Buffer.concat(pieces).length);
      });
      answer.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

/** The files that a page loads besides itself. */
async function filesOf(base: string, path: string, cookie: string): Promise<string[]> {
  const text = await (await fetch(new URL(path, base), { headers: { Cookie: cookie } })).text();
  return [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
}

async function measureWeights(base: string, cookie: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const path of PAGES) {
    const files = new Set(await filesOf(base, path, cookie));
    let bytes = await load(base, path, cookie);
    for (const file of files) bytes += await load(base, file, cookie);
    figures.push({
      what: `${path}, everything included, compressed`,
      value: bytes / 1000,
      unit: 'kB',
      limit: PAGE_LIMIT_KB,
      note: `${files.size} files besides the page`,
    });
  }
  return figures;
}

/** Memory of a process as Linux counts it, in MB. */
function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const [, kilobytes = '0'] =
    new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return (Number(kilobytes) * 1024) / 1e6;
}

function measureBuild(): Figure {
  const start = performance.now();
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'ignore' });
  return { what: 'build', value: (performance.now() - start) / 1000, unit: 's', limit: BUILD_LIMIT_S };
}

/** What a companion of twenty kiosks costs: start, memory, pages, requests. */
export const webPart: Part = {
  name: 'The companion on the web',
  missing: () =>
    existsSync(`${root}dist/companion/main.js`) ? undefined : 'skipped: the companion is not built',
  async measure() {
    const { dataFolder, cookie } = await fillFolder();
    const start = performance.now();
    const words = ['--real', '--port', '4881'];
    const environment = { COUNTERSTEP_TRUSTED_PROXIES: '127.0.0.1' };
    const companion: RunningCompanion = runCompanion(words, dataFolder, environment);
    try {
      const base = await companion.waitFor(/Dashboard: (http:\S+)\//);
      await load(base, '/', cookie);
      const figures: Figure[] = [
        { what: 'cold start to the first page', value: performance.now() - start, unit: 'ms' },
        measureBuild(),
      ];
      const hasMemory = existsSync(`/proc/${companion.pid}/status`);
      await sleep(REST_MS);
      if (hasMemory)
        figures.push({
          what: `memory at rest, ${KIOSKS} kiosks`,
          value: memoryOf(companion.pid, 'VmRSS'),
          unit: 'MB',
          limit: MEMORY_LIMIT_MB,
          note: `all that is resident, a minute after the first page; Node ${process.versions.node}`,
        });
      figures.push(
        ...(await measureWeights(base, cookie)),
        ...(await measureLoad(base, cookie, companion.pid)),
      );
      if (hasMemory)
        figures.push({ what: 'memory at its peak', value: memoryOf(companion.pid, 'VmHWM'), unit: 'MB' });
      return figures;
    } finally {
      await companion.stop();
    }
  },
};
