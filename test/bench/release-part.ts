import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createAuditor } from '../../companion/release/audit/auditor';
import { publishedBand } from '../../companion/release/band';
import { exactFigures } from '../privacy/made-checks';
import { drawSpans } from './draw-spans';
import type { Figure, Part } from './part';
import { benchRelease, type ReleaseFigures } from './release';
import { releaseRules } from './release-rules';

const PERCENT = 100;
const MEGABYTE = 1e6;
const AUDITED_SPANS = 10;

// two folders below the project's, as a source and as a bundle
const workerFile = fileURLToPath(new URL('../../dist/companion/audit-worker.js', import.meta.url));

/** What releases show and give away under four rules, and what the audit costs. */
export const releasePart: Part = {
  name: 'releases',
  missing: () => (existsSync(workerFile) ? undefined : 'skipped: the companion is not built'),
  async measure() {
    return [...(await benchRelease()).flatMap(describeRule), ...(await measureAudits())];
  },
};

function describeRule(figures: ReleaseFigures): Figure[] {
  const { checksPerWeek, rule, spans, refusedSpans } = figures;
  const where = `${checksPerWeek} checks a week, ${rule}`;
  const refused = refusedSpans === null ? '' : `, ${refusedSpans} refused by the audit`;
  const aboutSomebody = `${where}: small counts found out a span, not zero`;
  return [
    {
      what: `${where}: answers shown`,
      value: PERCENT * figures.answersShownShare,
      unit: '%',
      note: `${spans} spans${refused}; ${figures.tablesWithTwoNumbers.toFixed(1)} of ${figures.tables} tables with two numbers`,
    },
    {
      what: aboutSomebody,
      value: figures.recoveredAboutSomebodyPerSpan,
      unit: 'counts',
      note: `with zeros ${figures.recoveredPerSpan.toFixed(2)}; left fewer than five values ${figures.narrowedPerSpan.toFixed(2)}`,
      ...(rule === releaseRules[0]?.name ? { limit: 0 } : {}),
    },
  ];
}

async function measureAudits(): Promise<Figure[]> {
  const auditor = createAuditor(workerFile);
  const times: number[] = [];
  let bytes = 0;
  for (const totals of drawSpans(1, 300, AUDITED_SPANS)) {
    const { tookMs, childBytes } = await auditor.audit(exactFigures(totals).map(publishedBand));
    times.push(tookMs);
    bytes = childBytes;
  }
  auditor.close();
  const [first = 0, ...others] = times;
  const mean = others.reduce((sum, ms) => sum + ms, 0) / Math.max(1, others.length);
  return [
    { what: 'audit of one span, its process included', value: first, unit: 'ms', limit: 10_000 },
    { what: 'audit of one more span', value: mean, unit: 'ms' },
    { what: 'memory of the audit, outside the companion', value: bytes / MEGABYTE, unit: 'MB', limit: 150 },
  ];
}
