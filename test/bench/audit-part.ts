import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createAuditor } from '../../companion/release/audit/auditor';
import { drawQuarter } from './draw-quarter';
import type { Figure, Part } from './part';

const MEGABYTE = 1e6;
const MILLISECONDS = 1000;

/** Made-up chains, and what the audit of a quarter of theirs may take at most. */
const CHAINS = [
  { stores: 10, seconds: 120, megabytes: 250 },
  { stores: 30, seconds: 120, megabytes: 250 },
  { stores: 100, seconds: 180, megabytes: 300 },
  { stores: 300, seconds: 300, megabytes: 350 },
] as const;

// two folders below the project's, as a source and as a bundle
const workerFile = fileURLToPath(new URL('../../dist/companion/audit-worker.js', import.meta.url));

/**
 * What the audit of a chain's quarter costs, in its own process.
 *
 * @param stores  measures a chain of so many stores besides; thousands take many minutes
 */
export const auditPart = (stores?: number): Part => ({
  name: 'audit of a chain’s quarter',
  missing: () => (existsSync(workerFile) ? undefined : 'skipped: the companion is not built'),
  async measure() {
    const figures: Figure[] = [];
    for (const chain of CHAINS) figures.push(...(await measureChain(chain)));
    if (stores !== undefined) figures.push(...(await measureChain({ stores })));
    return figures;
  },
});

async function measureChain({
  stores,
  seconds,
  megabytes,
}: {
  stores: number;
  seconds?: number;
  megabytes?: number;
}): Promise<Figure[]> {
  const quarter = drawQuarter(stores, stores);
  const auditor = createAuditor(workerFile);
  try {
    const { verdict, tookMs, childBytes } = await auditor.auditQuarter(quarter);
    const what = `${stores} stores`;
    return [
      {
        what: `${what}: not released`,
        value: verdict === 'safe' ? 0 : 1,
        unit: 'quarters',
        limit: 0,
        note: verdict,
      },
      {
        what: `${what}: time`,
        value: tookMs / MILLISECONDS,
        unit: 's',
        ...(seconds === undefined ? {} : { limit: seconds }),
        note: `${quarter.spans} spans, bands of ${quarter.chainWidth}`,
      },
      {
        what: `${what}: memory`,
        value: childBytes / MEGABYTE,
        unit: 'MB',
        ...(megabytes === undefined ? {} : { limit: megabytes }),
      },
    ];
  } finally {
    auditor.close();
  }
}
