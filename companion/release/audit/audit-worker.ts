import { setFlagsFromString } from 'node:v8';
import loadHighs from 'highs';
import { auditFigures, type PublishedFigures, type Verdict } from './audit-figures';

/** What this process answers to published figures. */
export interface AuditAnswer {
  readonly verdict: Verdict;
  readonly childBytes: number;
}

const BYTES_PER_KILOBYTE = 1024;

// V8's second, optimising compiler of WebAssembly takes 40 MB more and pays off only after dozens of audits
setFlagsFromString('--liftoff-only');

/** The audit's own process: figures come in, one message each, verdicts go out; it ends with its parent. */
const highs = await loadHighs();
process.on('message', (figures: PublishedFigures) => {
  const verdict = auditFigures(highs, figures);
  const answer: AuditAnswer = { verdict, childBytes: process.resourceUsage().maxRSS * BYTES_PER_KILOBYTE };
  process.send?.(answer);
});
process.on('disconnect', () => process.exit());
