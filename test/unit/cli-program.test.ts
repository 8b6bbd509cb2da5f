import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { adviseOnNode } from '../../companion/cli/node-version';
import { runProgram } from '../../companion/cli/program';
import { readVersion } from '../../companion/cli/version';
import { CompanionError } from '../../companion/errors';

async function run(...words: string[]) {
  const said = { out: '', err: '', before: [] as string[] };
  const greet = new Command('greet').option('--name <name>', 'whom').action(({ name }) => {
    if (name === 'nobody') throw new CompanionError('kiosk-unknown', 'nobody');
    if (name === 'loud') throw new CompanionError('flash-not-fresh', 'a\u001b[2Jb, \u0007c');
    if (name === 'bug') throw new TypeError('bug');
    if (name === 'file') readFileSync('/no/such/folder/file');
    said.out += `hello ${name}`;
  });
  const status = await runProgram(words, {
    version: '1.2.3',
    commands: [greet],
    beforeCommand: (name) => said.before.push(name),
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { status, ...said };
}

describe('the command line', () => {
  test('runs a command', async () => {
    expect(await run('greet', '--name', 'Jo')).toEqual({
      status: 0,
      out: 'hello Jo',
      err: '',
      before: ['greet'],
    });
  });

  test('shows no control characters, which a device may have sent', async () => {
    expect((await run('greet', '--name', 'loud')).err).toContain('It holds: a?[2Jb, ?c [flash-not-fresh]\n');
  });

  test.each([['--version'], ['-V']])('%s says the version', async (flag) => {
    expect(await run(flag)).toMatchObject({ status: 0, out: '1.2.3\n' });
  });

  test.each([[['--help']], [['help']], [['-h']]])('%j lists the commands with examples', async (words) => {
    const { status, out } = await run(...words);
    expect(status).toBe(0);
    expect(out).toMatch(/greet/);
    expect(out).toMatch(/Examples:/);
  });

  const misunderstood = [
    { words: ['gret'], message: /unknown command 'gret'[\s\S]*Did you mean greet/ },
    { words: ['greet', '--nam', 'Jo'], message: /unknown option '--nam'/ },
    { words: ['greet', '--name'], message: /argument missing/ },
    { words: ['greet', 'Jo'], message: /too many arguments/ },
    { words: ['--loud'], message: /unknown option '--loud'/ },
    { words: [], message: /Usage: counterstep/ },
  ];
  test.each(misunderstood)(
    '$words is not understood: status 2, nothing on standard output',
    async ({ words, message }) => {
      const { status, out, err } = await run(...words);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err).toMatch(message);
    },
  );

  test('a file that cannot be reached is named, with what to do: status 1', async () => {
    const { status, err } = await run('greet', '--name', 'file');
    expect(status).toBe(1);
    expect(err).toMatch(/Check that its folder is there.*ENOENT.*no\/such\/folder.*\[path-unusable\]\n$/);
  });

  test('a command that fails says why, with the stable code: status 1', async () => {
    expect(await run('greet', '--name', 'nobody')).toMatchObject({
      status: 1,
      out: '',
      err: 'counterstep: This companion does not know that kiosk. nobody [kiosk-unknown]\n',
    });
  });

  test('a mistake of ours is not dressed up as one of theirs', async () => {
    await expect(run('greet', '--name', 'bug')).rejects.toThrow(TypeError);
  });
});

test('the version is the one in the package', () => {
  expect(readVersion()).toMatch(/^\d+\.\d+\.\d+/);
});

describe('the Node version', () => {
  test.each(['18.20.0', '20.18.3', '20.0.0'])('%s is refused', (version) => {
    expect(() => adviseOnNode(version)).toThrow(expect.objectContaining({ code: 'node-too-old' }));
  });
  test.each(['20.19.0', '20.20.2'])('%s is warned about', (version) => {
    expect(adviseOnNode(version)).toMatch(/24 is recommended/);
  });
  test.each(['22.12.0', '24.21.0'])('%s needs no word', (version) => {
    expect(adviseOnNode(version)).toBeNull();
  });
});
