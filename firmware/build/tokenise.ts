import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import * as acorn from 'acorn';
import { writeTokensOut } from '../simulator/tokens';
import { visit } from './syntax-tree';

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
  const tokenised = loadPretokeniser().tokenise(separateSigns(code));
  const changedAt = findChange(code, writeTokensOut(tokenised));
  if (changedAt !== undefined)
    throw new Error(
      `tokens change what the bundle does, first at character ${changedAt}: write ...${code.slice(changedAt, changedAt + 60)}... otherwise`,
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
