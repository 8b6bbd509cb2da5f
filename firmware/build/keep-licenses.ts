import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';

const FILE = 'licenses.txt';

/** Writes beside a bundle what the packages in it ask for: their names, versions and licences. */
export function keepLicenses(): Plugin {
  return {
    name: 'keep-licenses',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' ? chunk.moduleIds : [],
      );
      this.emitFile({ type: 'asset', fileName: FILE, source: describeLicenses(modules) });
    },
  };
}

/**
 * The licences of the packages to which these modules belong, each once, by name.
 *
 * @param modules paths of files; those outside of `node_modules` are our own
 * @throws Error naming a package that says nothing of a licence
 */
export function describeLicenses(modules: readonly string[]): string {
  const folders = modules.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  return [...new Set(folders)].sort().map(describeLicense).join('\n\n');
}

function describeLicense(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  // a package of a family may leave the text to the family's first one, which is bundled beside it
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined && license === undefined) throw new Error(`${name} says nothing of a licence`);
  const text = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
  return `${name} ${version}: ${license ?? 'see below'}${text}`;
}
