import loadHighs from 'highs';
import {
  auditFigures,
  type PublishedFigures,
  type Verdict,
} from '../../companion/release/audit/audit-figures';
import type { Auditor } from '../../companion/release/audit/auditor';

/** An auditor that answers what it is told to, and remembers what it was shown. */
export function fakeAuditor(
  judge: (figures: PublishedFigures) => Verdict | Promise<Verdict>,
): Auditor & { readonly shown: PublishedFigures[] } {
  const shown: PublishedFigures[] = [];
  return {
    shown,
    async audit(figures) {
      shown.push(figures);
      return { verdict: await judge(figures), tookMs: 0, childBytes: 0 };
    },
    auditQuarter: async () => ({ verdict: await judge([]), tookMs: 0, childBytes: 0 }),
    close: () => undefined,
  };
}

/** An auditor that finds everything safe, for made-up counts that no kiosk could have counted. */
export const trustingAuditor = (): Auditor => fakeAuditor(() => 'safe');

/** The real audit, in this process; `leastPossibleValues` weakens it. */
export async function auditorHere(leastPossibleValues?: number): Promise<Auditor> {
  const highs = await loadHighs();
  return fakeAuditor((figures) => auditFigures(highs, figures, leastPossibleValues));
}
