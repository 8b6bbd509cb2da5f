import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { onTestFinished } from 'vitest';
import { transpile } from '../../firmware/build/transpile';

/** A source beside this one as a single file that Node runs; it lies in the project, because packages are looked for from there. */
export async function buildChild(name: string): Promise<string> {
  const cache = join(process.cwd(), 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'counterstep-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'child.mjs');
  const bundle = await rollup({
    input: join(import.meta.dirname, name),
    external: (id) => /^[a-z@]/.test(id),
    plugins: [nodeResolve({ extensions: ['.ts'] }), transpile('tsconfig.json')],
  });
  await bundle.write({ file, format: 'es' });
  return file;
}
