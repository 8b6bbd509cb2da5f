import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const fine = {
  'firmware/device/screen.ts': "export const flip = () => g.flip();\nrequire('Storage');",
  'firmware/flow/run.ts':
    'export const a = (E: { g: number }) => Math.min(E.g, 1);\nexport const b = { g: 1 };',
  'shared/check.ts': 'export const a = 1;',
  'companion/release/raw-sheets.ts': "db.selectFrom('sheet').select('counts');",
  'companion/store/sheet.ts':
    "db.insertInto('sheet').values({ counts: '[]' });\ndb.selectFrom('kiosk').selectAll();",
};
const broken = [
  {
    path: 'firmware/flow/clear.ts',
    source: 'export const a = () => g.clear();',
    says: 'clear.ts:1:24: names g,',
  },
  { path: 'firmware/main.ts', source: 'setWatch(a, b);', says: 'main.ts:1:1: names setWatch,' },
  { path: 'firmware/radio/service.ts', source: 'const a = { b: NRF };', says: 'service.ts:1:16: names NRF,' },
  { path: 'shared/sha.ts', source: "require('crypto');", says: 'sha.ts:1:1: names require,' },
  { path: 'shared/later.ts', source: 'setTimeout(a, 1);', says: 'later.ts:1:1: names setTimeout,' },
  {
    path: 'companion/store/read.ts',
    source: "db.select(['a', 'counts']);",
    says: 'read.ts:1:17: reads the column "counts"',
  },
  {
    path: 'companion/web/page.tsx',
    source: "db.select('span.totals');",
    says: 'page.tsx:1:11: reads the column "span',
  },
  {
    path: 'companion/cli/export.ts',
    source: "db.selectFrom('sheet').where(a).selectAll();",
    says: 'all columns',
  },
];

test('code that keeps to its folder passes the check of names', () => {
  expect(checkNames(fine)).toEqual({ status: 0, lines: [] });
});

test('every name outside its folder is found once, with its place', () => {
  const files = Object.fromEntries(broken.map(({ path, source }) => [path, source]));
  const { status, lines } = checkNames({ ...fine, ...files });
  expect(status).toBe(1);
  for (const { says } of broken) expect(lines.filter((line) => line.includes(says))).toHaveLength(1);
  expect(lines).toHaveLength(broken.length);
});

test('the check of names fails when there is nothing to check', () => {
  expect(
    checkNames({ 'firmware/build/a.ts': '', 'shared/a.d.ts': '', 'companion/release/a.ts': '' }).status,
  ).toBe(1);
});

function checkNames(files: Record<string, string>): { status: number | null; lines: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'counterstep-names-'));
  try {
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    copyFileSync('firmware/espruino.d.ts', join(folder, 'firmware/espruino.d.ts'));
    const script = resolve('test/checks/names.mjs');
    const run = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
    return { status: run.status, lines: run.stderr.split('\n').filter((line) => line !== '') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
