import type { AnyNode } from 'acorn';
import { findBounds } from './bounds';
import { isPlainValue } from './gate-rules';
import { parseScript } from './syntax-tree';

/** Names that stand in so many places, or more, come before those that stand in fewer. */
const TIERS = [20, 10, 5, 0];

/**
 * Puts the names of a finished bundle in the order of how often they stand in the text: Espruino looks a name up in
 * the order in which names came about. Moves functions, and variables whose first values need no function.
 *
 * @param code  an ES5 program with its functions in front
 * @returns the same program
 */
export function orderNames(code: string): string {
  const program = parseScript(code);
  const placesOf = new Map<string, number>();
  for (const { scope, places } of findBounds(program))
    if (scope === program) placesOf.set(places[0]?.name ?? '', places.length);
  const textOf = (node: AnyNode): string => code.slice(node.start, node.end);
  const functions = new Map<string, string>();
  const variables = new Map<string, string>();
  let rest = '';
  for (const statement of program.body) {
    if (statement.type === 'FunctionDeclaration') functions.set(statement.id.name, textOf(statement));
    else if (statement.type === 'VariableDeclaration') {
      const staying = statement.declarations.filter(({ id, init }) => {
        const isMoving = id.type === 'Identifier' && (!init || isPlainValue(init));
        if (isMoving) variables.set(id.name, init ? `${id.name}=${textOf(init)}` : id.name);
        return !isMoving;
      });
      if (staying.length > 0) rest += `var ${staying.map(textOf).join()};`;
    } else rest += textOf(statement);
  }
  let front = '';
  TIERS.forEach((least, tier) => {
    const names = [...placesOf]
      .filter(([, places]) => places >= least && places < (TIERS[tier - 1] ?? Number.POSITIVE_INFINITY))
      .sort((a, b) => b[1] - a[1])
      .map(([name]) => name);
    const values = names.flatMap((name) => variables.get(name) ?? []);
    if (values.length > 0) front += `var ${values.join()};`;
    front += names.map((name) => functions.get(name) ?? '').join('');
  });
  return front + rest;
}
