import { setFlagsFromString } from 'node:v8';
import loadHighs from 'highs';
import { auditQuarter } from '../chain/audit-quarter';
import type { PublishedQuarter } from '../chain/published-quarter';
import { auditFigures, type PublishedFigures, type Verdict } from './audit-figures';

/** What this process is asked: about one span, or about a quarter of a chain. */
export type AuditQuestion = { readonly figures: PublishedFigures } | { readonly quarter: PublishedQuarter };

/** What this process answers, once. */
export interface AuditAnswer {
  readonly verdict: Verdict;
  readonly childBytes: number;
}

/** What it says before that, now and then, while it looks at a quarter. */
export interface AuditProgress {
  /** from 0 to 1 */
  readonly share: number;
}

const BYTES_PER_KILOBYTE = 1024;

// V8's second, optimising compiler of WebAssembly takes 40 MB more and pays off only after dozens of audits
setFlagsFromString('--liftoff-only');

/** The audit's own process: questions come in, one message each, verdicts go out; it ends with its parent. */
const highs = await loadHighs();
process.on('message', (question: AuditQuestion) => {
  const verdict =
    'quarter' in question
      ? auditQuarter(highs, question.quarter, (share) => process.send?.({ share } satisfies AuditProgress))
      : auditFigures(highs, question.figures);
  const answer: AuditAnswer = { verdict, childBytes: process.resourceUsage().maxRSS * BYTES_PER_KILOBYTE };
  process.send?.(answer);
});
process.on('disconnect', () => process.exit());
