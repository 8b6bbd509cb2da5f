import { existsSync, readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import type { Figure } from './part';

const CONNECTIONS = 50;
const LOAD_S = 8;
/** Each visitor may ask ten times a second; the load comes from so many, as a proxy would say. */
const VISITORS = 500;
/** A page that was made for each request took some 12. */
const PROCESSOR_LIMIT_MS = 4;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** Processor time that a process has used, as Linux counts it; null elsewhere. */
function processorMs(pid: number): number | null {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return null;
  // the second field is the name in brackets, which may hold spaces; user and system time are the 14th and 15th
  const fields = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return TICK_MS * (Number(fields[11]) + Number(fields[12]));
}

/** What the overview does under a load, and what it costs the process that serves it. */
export async function measureLoad(base: string, cookie: string, pid: number): Promise<Figure[]> {
  const beforeMs = processorMs(pid);
  const result = await autocannon({
    url: base,
    connections: CONNECTIONS,
    duration: LOAD_S,
    requests: Array.from({ length: VISITORS }, (_, visitor) => ({
      path: '/',
      // packed, as every browser asks for it
      headers: {
        Cookie: cookie,
        'Accept-Encoding': 'gzip',
        'X-Forwarded-For': `10.1.${visitor >> 8}.${visitor & 255}`,
      },
    })),
  });
  const afterMs = processorMs(pid);
  if (result.non2xx > 0) throw new Error(`${result.non2xx} requests were refused`);
  const what = `overview, ${CONNECTIONS} connections`;
  const figures: Figure[] = [
    {
      what,
      value: result.requests.average,
      unit: 'requests a second',
      note: `three years of releases; ${result.errors} errors`,
    },
    { what, value: result.latency.p99, unit: 'ms p99' },
  ];
  if (beforeMs !== null && afterMs !== null)
    figures.push({
      what: `${what}: processor time`,
      value: (afterMs - beforeMs) / result.requests.total,
      unit: 'ms a request',
      limit: PROCESSOR_LIMIT_MS,
      note: 'of the companion alone, however busy the machine is',
    });
  return figures;
}
