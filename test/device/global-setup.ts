import { interpreterMissing, interpreterPath } from './interpreter';

/** Says plainly, once and before the results, that nothing here runs without an interpreter. */
export default function saySkipped(): void {
  if (!interpreterPath) console.log(`Tests on the real interpreter: ${interpreterMissing}`);
}
