import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeLicenses } from '../../firmware/build/keep-licenses';

const inPackage = (path: string): string => `${process.cwd()}/node_modules/${path}`;

test('each package in a bundle is named once, with its licence; our own files are not', () => {
  const said = describeLicenses([
    inPackage('kysely/dist/esm/index.js'),
    inPackage('kysely/dist/esm/kysely.js'),
    inPackage('@hono/zod-openapi/dist/index.js'),
    `${process.cwd()}/companion/main.ts`,
  ]);
  expect(said.match(/^kysely \d+\.\d+\.\d+: MIT$/gm)).toHaveLength(1);
  expect(said.match(/^@hono\/zod-openapi \d+\.\d+\.\d+: MIT$/gm)).toHaveLength(1);
  expect(said).toContain('Permission is hereby granted');
  expect(said).not.toContain('counterstep');
});

test('the built companion brings the licences of what is inside', () => {
  const said = readFileSync('dist/companion/licenses.txt', 'utf8');
  for (const name of ['hono', 'kysely', 'zod', 'd3-scale'])
    expect(said).toMatch(new RegExp(`^${name} \\d`, 'm'));
});
