import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { type CheckRules, checkLine, LINE_CHARACTERS_MAX } from './check-line';

const EXAMPLES = `
Answers are JSON objects, one a line; keys and codes are those of the questions:
  {"path":"shoes","pair":"know","dist":"gt500"}
Each gives one line, in the same order:
  {"asked":["path","pair","dist","foot"],"pattern":[],"referral":"none","shoe":"replace_now"}
A line that cannot be answered gives its number, counted from 1 with the empty ones, and the reason:
  {"line":2,"error":"answer-missing","message":"\\"pair\\" is asked and has no answer"}
The reasons: line-unreadable, key-unknown, code-unknown, answer-missing, answer-not-asked.
The exit status is 1 when there was such a line, else 0.

Examples:
  $ counterstep check < answers.jsonl > outcomes.jsonl
  $ echo '{"path":"knee","rf1":"calf"}' | counterstep check
  $ counterstep check --mode signposting --instability-urgent < answers.jsonl`;

/** `counterstep check`: JSON lines of answers in, one JSON line of outcome out for each. */
export function checkCommand(): Command {
  return new Command('check')
    .description('answer JSON lines of answers from standard input with their outcomes')
    .addOption(
      new Option('--mode <mode>', 'whether pattern labels are shown')
        .choices(['patterns', 'signposting'])
        .default('patterns'),
    )
    .option('--instability-urgent', 'giving way and catching are urgent, not soon', false)
    .addHelpText('after', EXAMPLES)
    .action(async (options: { mode: string; instabilityUrgent: boolean }) => {
      if (process.stdin.isTTY)
        process.stderr.write('Reading answers, one JSON object a line; Ctrl-D ends.\n');
      const rules = {
        isInstabilityUrgent: options.instabilityUrgent,
        isSignposting: options.mode === 'signposting',
      };
      const refusedLines = await checkStream(process.stdin, process.stdout, rules);
      if (refusedLines > 0) process.exitCode = 1;
    });
}

/**
 * Answers every line of `input` on `output`, no faster than `output` takes them. Stops quietly when the reader of
 * `output` has gone.
 *
 * @returns how many lines were refused
 */
export async function checkStream(input: Readable, output: Writable, rules: CheckRules): Promise<number> {
  let refusedLines = 0;
  async function* answerLines(source: AsyncIterable<string>): AsyncIterable<string> {
    let lineNumber = 0;
    for await (const lines of splitLines(source)) {
      let answered = '';
      for (const line of lines) {
        const result = checkLine(line, ++lineNumber, rules);
        if (!result) continue;
        if ('error' in result) refusedLines++;
        answered += `${JSON.stringify(result)}\n`;
      }
      if (answered !== '') yield answered;
    }
  }
  try {
    await pipeline(input.setEncoding('utf8'), answerLines, output, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
  return refusedLines;
}

const BYTE_ORDER_MARK = '\ufeff';

// readline would also break lines at U+2028 and U+2029, which JSON strings may hold
async function* splitLines(source: AsyncIterable<string>): AsyncIterable<string[]> {
  let rest = '';
  let isStart = true;
  for await (const chunk of source) {
    const lines = (isStart && chunk.startsWith(BYTE_ORDER_MARK) ? chunk.slice(1) : chunk).split('\n');
    isStart = false;
    lines[0] = rest + (lines[0] ?? '');
    rest = (lines.pop() ?? '').slice(0, LINE_CHARACTERS_MAX + 1);
    yield lines;
  }
  if (rest !== '') yield [rest];
}
