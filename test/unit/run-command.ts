import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs the built command line as its own process. */
export async function runCommand(words: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['dist/companion/main.js', ...words], { env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()));
  const [status] = await once(child, 'close');
  return { status, ...said };
}
