import type { Plugin } from 'rollup';
import { describeRefusals, readDeclaredNames, refusals } from './gate';

/**
 * Fails the build when the finished code holds something that Espruino cannot run or silently ignores.
 *
 * @param declarations  text of the declaration file that says which names exist on the device
 */
export function checkBundle(declarations: string): Plugin {
  const known = readDeclaredNames(declarations);
  return {
    name: 'check-bundle',
    generateBundle(_options, bundle) {
      for (const [fileName, output] of Object.entries(bundle)) {
        if (output.type !== 'chunk') continue;
        const found = refusals(output.code, known);
        if (found.length > 0)
          this.error(`Espruino cannot run this:\n${describeRefusals(fileName, output.code, found)}`);
      }
    },
  };
}
