import { type Bound, findBounds } from './bounds';
import { RESERVED_WORDS } from './gate-rules';
import { parseScript, replaceParts } from './syntax-tree';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_'];
const SECOND = [...LETTERS, ...'0123456789'];
const TAKEN = ['do', 'if', 'in', ...RESERVED_WORDS];
/** Shortest first. */
const NAMES = [...LETTERS, ...LETTERS.flatMap((first) => SECOND.map((second) => first + second))].filter(
  (name) => !TAKEN.includes(name),
);

/**
 * Gives the shortest names to the variables, functions and parameters that are named most often: in tokenised code
 * little else is text.
 *
 * @param code  an ES5 program without `with` and `eval` of its own names
 * @returns the same program
 */
export function shortenNames(code: string): string {
  const bounds = findBounds(parseScript(code)).sort((a, b) => b.places.length - a.places.length);
  const users = new Map<string, Bound[]>();
  const use = (name: string, bound: Bound): void => {
    users.set(name, [...(users.get(name) ?? []), bound]);
  };
  for (const bound of bounds) if (!bound.scope) use(bound.places[0]?.name ?? '', bound);
  const parts: { start: number; end: number; text: string }[] = [];
  for (const bound of bounds) {
    if (!bound.scope) continue;
    const name = NAMES.find((one) => !users.get(one)?.some((other) => clash(bound, other)));
    if (!name) throw new Error('the bundle has more names than there are of two letters');
    use(name, bound);
    for (const { start, end } of bound.places) parts.push({ start, end, text: name });
  }
  return replaceParts(code, parts);
}

const clash = (a: Bound, b: Bound): boolean =>
  (b.scope !== undefined && a.reach.has(b.scope)) || (a.scope !== undefined && b.reach.has(a.scope));
