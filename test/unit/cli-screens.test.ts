import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { screenSizes } from '../../companion/screens/render';
import { runCommand } from './run-command';

const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'counterstep-screens-'));

describe('counterstep screens', () => {
  test('draws every screen and a sheet of all of them', async () => {
    const out = join(makeFolder(), 'de');
    const { status, out: said } = await runCommand(['screens', '--language', 'de', '--out', out]);
    expect(status).toBe(0);
    expect(said).toMatch(/^\d+ screens in /);
    const files = readdirSync(out);
    expect(files).toContain('001-attract.png');
    expect(files.length).toBeGreaterThan(60);
    const { width, height } = PNG.sync.read(readFileSync(join(out, '001-attract.png')));
    expect([width, height]).toEqual([512, 256]);
    expect(files).toContain('all.png');
  });

  test('with --all draws one sheet for each size of a board in a language', async () => {
    const out = makeFolder();
    const words = ['screens', '--all', '--board', 'pixljs', '--language', 'fr', '--out', out];
    const { out: said } = await runCommand(words);
    const names = screenSizes.map((size) => `pixljs-${size}-fr.png`);
    expect(readdirSync(out).sort()).toEqual([...names].sort());
    for (const name of names) {
      expect(said).toContain(`${join(out, name)}: `);
      expect(PNG.sync.read(readFileSync(join(out, name))).width).toBeGreaterThan(1000);
    }
  });
});
