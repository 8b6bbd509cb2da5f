import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import * as acorn from 'acorn';
import { writeTokensOut } from '../simulator/tokens';
import { parseScript, replaceParts, visit } from './syntax-tree';

const STRING_8 = 209;
const STRING_16 = 210;
const INT_8 = 212;
const INT_16 = 213;

/** Ways in which the minifier writes words; as tokens the words are shorter. */
const WORDS: Readonly<Record<string, string>> = { '!0': 'true', '!1': 'false', 'void 0': 'undefined' };

/** The one part of Espruino's own tools that we need, without its serial ports and radios. */
interface Pretokeniser {
  /** @returns the tokenised code, one character a byte */
  tokenise(code: string): string;
}

/**
 * Replaces the words, operators, strings and whole numbers of a finished bundle by the bytes that Espruino's lexer
 * knows since 2v26: shorter in flash and quicker to read.
 *
 * @param code  a text that the gate let pass
 * @returns one character a byte
 * @throws Error if the result does not read as the same program
 */
export function tokenise(code: string): string {
  const text = nameLiterals(code);
  const tokenised = writeDigits(loadPretokeniser().tokenise(separateSigns(text)));
  const changedAt = findChange(text, writeTokensOut(tokenised));
  if (changedAt !== undefined)
    throw new Error(
      `tokens change what the bundle does, first at character ${changedAt}: write ...${text.slice(changedAt, changedAt + 60)}... otherwise`,
    );
  return tokenised;
}

function loadPretokeniser(): Pretokeniser {
  const path = createRequire(import.meta.url).resolve('espruino/plugins/pretokenise.js');
  const Espruino: { Plugins: { Pretokenise?: Pretokeniser }; Config: object; Core: object } = {
    Plugins: {},
    Config: { PRETOKENISE: 2 }, // all tokens, without asking a board for its version
    Core: { Env: { getBoardData: () => undefined } },
  };
  runInContext(readFileSync(path, 'utf8'), createContext({ acorn, Espruino, console }), { filename: path });
  const { Pretokenise } = Espruino.Plugins;
  if (!Pretokenise) throw new Error(`${path} no longer offers Espruino.Plugins.Pretokenise`);
  return Pretokenise;
}

/** Puts brackets into `a+ +b` and `a- -b`: the tokeniser leaves out the space, which makes it `++` and `--`. */
function separateSigns(code: string): string {
  const inserts: { at: number; bracket: string }[] = [];
  visit(acorn.parse(code, { ecmaVersion: 5 }), (node) => {
    if (node.type !== 'UnaryExpression' || !/[+-]/.test(node.operator)) return;
    if (code.slice(0, node.start).trimEnd().endsWith(node.operator))
      inserts.push({ at: node.start, bracket: '(' }, { at: node.end, bracket: ')' });
  });
  inserts.sort((a, b) => b.at - a.at);
  return inserts.reduce((text, { at, bracket }) => text.slice(0, at) + bracket + text.slice(at), code);
}

/** Writes `!0`, `!1` and `void 0` as the words that they stand for: as tokens these are shorter. */
function nameLiterals(code: string): string {
  const parts: { start: number; end: number; text: string }[] = [];
  visit(parseScript(code), (node) => {
    const text = node.type === 'UnaryExpression' && WORDS[code.slice(node.start, node.end)];
    if (text) parts.push({ start: node.start, end: node.end, text: spaced(code, node.start, text) });
  });
  return replaceParts(code, parts);
}

/** A word with a space before it where it would grow together with the one before. */
function spaced(code: string, at: number, word: string): string {
  return /[\w$]/.test(code[at - 1] ?? '') ? ` ${word}` : word;
}

/**
 * Writes numbers from 1 to 9 as digits where nothing stands beside them that a digit would grow together with: as
 * tokens they take two bytes.
 */
function writeDigits(tokenised: string): string {
  let result = '';
  for (let at = 0; at < tokenised.length; ) {
    const length = tokenLength(tokenised, at);
    const token = tokenised.slice(at, at + length);
    const digit = token.charCodeAt(0) === INT_8 ? token.charCodeAt(1) : 0;
    const isAlone = !/[\w$.]/.test(tokenised[at - 1] ?? '') && !/[\w$.]/.test(tokenised[at + length] ?? '');
    result += digit > 0 && digit < 10 && isAlone ? String(digit) : token;
    at += length;
  }
  return result;
}

/** Bytes of the token at `at`, with what belongs to it. Source: Espruino `src/jslex.h`, 2v26 and later. */
function tokenLength(tokenised: string, at: number): number {
  const byte = (after: number): number => tokenised.charCodeAt(at + after);
  switch (byte(0)) {
    case STRING_8:
      return 2 + byte(1);
    case STRING_16:
      return 3 + byte(1) + 256 * byte(2);
    case INT_8:
      return 2;
    case INT_16:
      return 3;
    default:
      return 1;
  }
}

/** The offset in `before` of the first part of the program that `after` has otherwise; undefined when there is none. */
function findChange(before: string, after: string): number | undefined {
  const [expected, found] = [before, after].map(listNodes);
  if (!expected || !found) return undefined;
  return expected.find(({ shape }, index) => shape !== found[index]?.shape)?.start;
}

/** Every node of a program in the order of the text, each with all that it is but its place and its spelling. */
function listNodes(code: string): { shape: string; start: number }[] {
  const nodes: { shape: string; start: number }[] = [];
  visit(acorn.parse(code, { ecmaVersion: 5 }), (node) => {
    const parts = Object.entries(node).filter(([key]) => !['start', 'end', 'raw'].includes(key));
    const shape = parts.map(([key, value]) => `${key} ${describePart(value)}`).join();
    nodes.push({ shape, start: node.start });
  });
  return nodes;
}

function describePart(value: unknown): string {
  if (Array.isArray(value)) return `${value.length}`;
  return typeof value === 'object' && value !== null ? 'node' : (JSON.stringify(value) ?? '');
}
