import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transpile } from '../../firmware/build/transpile';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The bench as a program of its own: measured figures owe nothing to a test runner. Packages stay outside. */
export default {
  input: `${root}test/bench/main.ts`,
  external: (id) => isBuiltin(id) || !(id.startsWith('.') || id.startsWith('/')),
  output: { dir: `${root}dist/bench`, format: 'es', chunkFileNames: 'parts/[name].js' },
  plugins: [nodeResolve({ extensions: ['.ts', '.tsx', '.js', '.json'] }), transpile(`${root}tsconfig.json`)],
};
