import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import { makeRealData } from '../unit/flash-fixture';
import { runCommand } from '../unit/run-command';
import { makeTemporaryFolder } from '../unit/store-fixtures';

/** Every way in which a key could be written. */
function spellingsOf(key: Uint8Array): Buffer[] {
  const bytes = Buffer.from(key);
  const hex = bytes.toString('hex');
  const base64 = bytes.toString('base64');
  const texts = [hex, hex.toUpperCase(), base64.slice(0, -2), [...bytes].join(','), [...bytes].join(', ')];
  return [bytes, ...texts.map((text) => Buffer.from(text))];
}

/** What the companion of real kiosks says while it starts, looks for a radio, and ends. */
async function startAndEnd(data: string): Promise<string> {
  const words = ['dist/companion/main.js', 'start', '--real', '--port', '0', '--data', data];
  const child = spawn(process.execPath, words, { env: {} });
  let said = '';
  const isReady = new Promise<void>((resolve) => {
    const take = (bytes: Buffer): void => {
      said += bytes.toString();
      if (said.includes('Bluetooth: ')) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
  });
  await Promise.race([isReady, once(child, 'exit')]);
  child.kill('SIGTERM');
  await once(child, 'close');
  return said;
}

test('a kiosk’s key is in its image, the key file and a backup’s, and in nothing that is stored, shown, exported or logged', {
  timeout: 240_000,
}, async () => {
  const data = await makeRealData('mill-lane');
  const backups = makeTemporaryFolder();
  const run = async (...words: string[]): Promise<string> => {
    const { out, err } = await runCommand([...words, '--data', data]);
    expect(out + err).not.toBe('');
    return out + err;
  };
  const image = join(data, 'till.hex');
  const said = [await run('flash', '--image', image, '--name', 'Till')];
  const [kioskId = ''] = openKeyring(keyFileOf(data)).kioskIds();
  const spellings = spellingsOf(openKeyring(keyFileOf(data)).find(kioskId) ?? new Uint8Array());
  said.push(await startAndEnd(data));
  said.push(
    ...(await Promise.all([
      run('flash', '--image', image),
      run('flash', '--image', join(data, 'again.hex'), '--kiosk', 'Till'),
      run('kiosks', 'list'),
      run('kiosks', 'maintain', 'Till'),
      run('update', 'Till', '--on-mains'),
      run('doctor'),
      run('privacy'),
      run('export'),
      run('export', '--format', 'json'),
      run('backup', '--out', join(backups, 'with')),
      run('backup', '--without-keys', '--out', join(backups, 'without')),
    ])),
  );
  const holders = [data, ...['with', 'without'].map((name) => join(backups, name))].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => join(parentPath, name))
      .filter((path) => spellings.some((spelling) => readFileSync(path).includes(spelling))),
  );
  // in Intel HEX it stands in two records, so it is not found there
  expect(holders.sort()).toEqual([join(backups, 'with', 'kiosk-keys.json'), keyFileOf(data)].sort());
  if (process.platform !== 'win32')
    for (const path of [...holders, image]) expect(statSync(path).mode & 0o777).toBe(0o600);

  writeFileSync(keyFileOf(data), readFileSync(keyFileOf(data), 'utf8').slice(0, -3)); // half a file
  said.push(
    ...(await Promise.all([run('doctor'), run('kiosks', 'list'), run('update', 'Till', '--on-mains')])),
  );
  const all = Buffer.from(said.join('\n'));
  expect(all.toString()).toContain('[keys-unreadable]');
  expect(spellings.filter((spelling) => all.includes(spelling))).toEqual([]);
});
