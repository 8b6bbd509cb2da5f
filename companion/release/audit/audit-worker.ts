import { setFlagsFromString } from 'node:v8';
import loadHighs from 'highs';
import { auditGroup, type QuarterGroup } from '../chain/audit-quarter';
import { auditFigures, type PublishedFigures, type Verdict } from './audit-figures';

/** What this process is asked: about one span, or about a group of spans of a quarter. */
export type AuditQuestion = { readonly figures: PublishedFigures } | { readonly group: QuarterGroup };

/** What this process answers. */
export interface AuditAnswer {
  readonly verdict: Verdict;
  readonly childBytes: number;
}

const BYTES_PER_KILOBYTE = 1024;

// V8's second, optimising compiler of WebAssembly takes 40 MB more and pays off only after dozens of audits
setFlagsFromString('--liftoff-only');

/** The audit's own process: questions come in, one message each, verdicts go out; it ends with its parent. */
const highs = await loadHighs();
process.on('message', (question: AuditQuestion) => {
  const verdict =
    'group' in question ? auditGroup(highs, question.group) : auditFigures(highs, question.figures);
  const answer: AuditAnswer = { verdict, childBytes: process.resourceUsage().maxRSS * BYTES_PER_KILOBYTE };
  process.send?.(answer);
});
process.on('disconnect', () => process.exit());
