import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCommand, checkStream } from '../../companion/cli/check';

const RULES = { isInstabilityUrgent: false, isSignposting: false };
const SHOES = '{"path":"shoes","pair":"nopair"}';
const SHOES_ANSWER = '{"asked":["path","pair","foot"],"pattern":[],"referral":"none","shoe":"not_checked"}';

function bytes(...chunks: (string | Uint8Array)[]): Readable {
  return Readable.from(
    chunks.map((chunk) => Buffer.from(chunk)),
    { objectMode: false },
  );
}

async function run(input: Readable): Promise<{ refusedLines: number; lines: string[] }> {
  const output = new PassThrough({ highWaterMark: 1 << 24 });
  const refusedLines = await checkStream(input, output, RULES);
  output.end();
  const lines = (await text(output)).split('\n');
  expect(lines.pop()).toBe('');
  return { refusedLines, lines };
}

test('every line with something in it gives one line, in order; numbers count the empty ones too', async () => {
  const { refusedLines, lines } = await run(bytes(`${SHOES}\n\n  \r\nx\n${SHOES}\r\n{}\n`));
  expect(refusedLines).toBe(2);
  expect(lines.map((line) => (line === SHOES_ANSWER ? 'answered' : JSON.parse(line)))).toEqual([
    'answered',
    expect.objectContaining({ line: 4, error: 'line-unreadable' }),
    'answered',
    expect.objectContaining({ line: 6, error: 'answer-missing' }),
  ]);
});

test('the last line needs no line break, and no lines give no lines', async () => {
  expect(await run(bytes(SHOES))).toEqual({ refusedLines: 0, lines: [SHOES_ANSWER] });
  expect(await run(bytes(''))).toEqual({ refusedLines: 0, lines: [] });
});

test('a byte order mark before the first line is passed over, elsewhere it is refused', async () => {
  const { lines } = await run(bytes(`\ufeff${SHOES}\n\ufeff${SHOES}\n`));
  expect(lines[0]).toBe(SHOES_ANSWER);
  expect(lines[1]).toContain('line-unreadable');
});

test('a line separator inside a string does not break the line', async () => {
  const { lines } = await run(bytes('{"path":"\u2028"}\n'));
  expect(lines).toEqual([expect.stringContaining('"code-unknown"')]);
});

test('bytes may arrive in pieces of any size', async () => {
  const input = Buffer.from(`${SHOES}\n{"pâth":"ü"}\n\n${SHOES}`);
  const whole = await run(bytes(input));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(input.length), { maxLength: 8 }), async (cuts) => {
      const ends = [...cuts, input.length].sort((a, b) => a - b);
      const pieces = ends.map((end, index) => input.subarray(ends[index - 1] ?? 0, end));
      expect(await run(bytes(...pieces))).toEqual(whole);
    }),
    { numRuns: 50 },
  );
});

test('a line without end is refused and does not swallow the next one', async () => {
  const chunk = 'x'.repeat(50_000);
  const { lines } = await run(bytes(chunk, chunk, chunk, chunk, `\n${SHOES}\n`));
  expect(lines).toEqual([expect.stringContaining('65536'), SHOES_ANSWER]);
});

test('reads no further than the reader of the answers follows', async () => {
  let readChunks = 0;
  const input = new Readable({
    read() {
      readChunks++;
      this.push(readChunks > 200 ? null : `${SHOES}\n`.repeat(1000));
    },
  });
  const output = new Writable({ highWaterMark: 1, write() {} });
  const running = checkStream(input, output, RULES);
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(readChunks).toBeLessThan(20);
  output.destroy();
  await expect(running).rejects.toThrow('Premature close');
});

test('stops quietly when the reader of the answers has gone', async () => {
  const output = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    },
  });
  await expect(checkStream(bytes(`${SHOES}\nx\n`), output, RULES)).resolves.toBe(1);
});

test('any other failure of the output is not hidden', async () => {
  const output = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('disk full'), { code: 'ENOSPC' }));
    },
  });
  await expect(checkStream(bytes(SHOES), output, RULES)).rejects.toThrow('disk full');
});

test('the help names every reason and shows answers that are true', async () => {
  let help = '';
  const command = checkCommand().configureOutput({ writeOut: (words) => (help += words) });
  command.outputHelp();
  for (const reason of [
    'line-unreadable',
    'key-unknown',
    'code-unknown',
    'answer-missing',
    'answer-not-asked',
  ])
    expect(help).toContain(reason);
  const { lines } = await run(bytes('{"path":"shoes","pair":"know","dist":"gt500"}\n{"path":"shoes"}\n'));
  for (const line of lines) expect(help).toContain(line);
});
