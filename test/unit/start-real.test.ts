import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockFolder } from '../../companion/store/lock-folder';
import { makeTemporaryFolder } from './store-fixtures';

const PASSWORD = 'nine wet dogs run';

interface Started {
  readonly child: ChildProcess;
  /** what it has said so far */
  readonly said: { out: string; err: string };
  waitFor(pattern: RegExp): Promise<string>;
  end(): Promise<number | null>;
}

function start(...words: string[]): Started {
  const child = spawn(process.execPath, ['dist/companion/main.js', 'start', '--port', '0', ...words], {
    env: {},
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()));
  const exited = once(child, 'close'); // not `exit`: what it said last may still be under way then
  return {
    child,
    said,
    async waitFor(pattern) {
      for (;;) {
        const found = pattern.exec(said.out)?.[0];
        if (found !== undefined) return found;
        if (child.exitCode !== null) throw new Error(`it ended: ${said.err}`);
        await Promise.race([once(child.stdout, 'data'), exited]);
      }
    },
    async end() {
      await exited;
      return child.exitCode;
    },
  };
}

test('the first start prints a one-time link, the password lets it listen wider, and it stops at once', async () => {
  const folder = makeTemporaryFolder();
  const wide = start('--real', '--data', folder, '--host', '0.0.0.0');
  expect(await wide.end()).toBe(1);
  expect(wide.said.err).toContain('[listen-needs-password]');

  const first = start('--real', '--data', folder);
  const link = await first.waitFor(/http:\S+\/welcome\/[\w-]{43}/);
  await first.waitFor(/Bluetooth: /);
  const { origin } = new URL(link);
  expect((await fetch(origin, { redirect: 'manual', headers: { Accept: 'text/html' } })).status).toBe(303);
  const set = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin },
    body: new URLSearchParams({ password: PASSWORD, again: PASSWORD }),
  });
  const cookie = set.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const live = await fetch(`${origin}/events`, { headers: { Cookie: cookie } });
  expect(live.status).toBe(200);

  const second = start('--real', '--data', folder);
  expect(await second.end()).toBe(1);
  expect(second.said.err).toContain('[database-in-use]');

  const stoppedAtMs = performance.now();
  first.child.kill('SIGTERM');
  await live.text().catch(() => undefined);
  expect(await first.end()).toBe(0);
  expect(performance.now() - stoppedAtMs).toBeLessThan(5000);
  const lines = first.said.err.split('\n').filter((line) => line.startsWith('{'));
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(
    expect.arrayContaining(['started', 'request', 'password-set', 'stopped']),
  );
  expect(first.said.err).not.toContain(link.slice(-43));
  expect(first.said.err + first.said.out).not.toContain(PASSWORD);

  const again = start('--data', folder, '--host', '0.0.0.0');
  await again.waitFor(/Without TLS/);
  expect(again.said.out).not.toContain('/welcome/');
  for (const name of readdirSync(folder).filter((file) => file.includes('.db'))) {
    expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  }
}, 60_000);

test('a simulated companion does not listen wider than this machine', async () => {
  const simulated = start('--simulated', '--data', makeTemporaryFolder(), '--host', '0.0.0.0');
  expect(await simulated.end()).toBe(1);
  expect(simulated.said.err).toContain('[simulated-listens-wide]');
});

test('--real and --simulated exclude each other', async () => {
  const both = start('--simulated', '--real', '--data', makeTemporaryFolder());
  expect(await both.end()).toBe(2);
});

test('a data folder is locked until it is let go', () => {
  const folder = makeTemporaryFolder();
  const unlock = lockFolder(folder, 'real');
  expect(() => lockFolder(folder, 'real')).toThrow(expect.objectContaining({ code: 'database-in-use' }));
  lockFolder(folder, 'simulated')();
  unlock();
  lockFolder(folder, 'real')();
});
