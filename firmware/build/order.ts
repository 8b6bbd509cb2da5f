import { findBounds } from './bounds';
import { parseScript } from './syntax-tree';

/** Variables that stand in fewer places stay behind the functions. */
const OFTEN_PLACES = 6;

/**
 * Puts the names of a finished bundle in the order of how often they stand in the text: first variables named often,
 * then all functions. Espruino looks a name up in the order in which names came about.
 *
 * @param code  an ES5 program with its functions in front
 * @returns the same program
 */
export function orderNames(code: string): string {
  const program = parseScript(code);
  const placesOf = new Map<string, number>();
  for (const { scope, places } of findBounds(program))
    if (scope === program) placesOf.set(places[0]?.name ?? '', places.length);
  const byPlaces = [...placesOf].sort((a, b) => b[1] - a[1]);
  const functions = new Map<string, string>();
  let rest = '';
  for (const statement of program.body) {
    const text = code.slice(statement.start, statement.end);
    if (statement.type === 'FunctionDeclaration') functions.set(statement.id.name, text);
    else rest += text;
  }
  const first = byPlaces.filter(([name, places]) => places >= OFTEN_PLACES && !functions.has(name));
  const names = first.length > 0 ? `var ${first.map(([name]) => name).join()};` : '';
  return names + byPlaces.map(([name]) => functions.get(name) ?? '').join('') + rest;
}
