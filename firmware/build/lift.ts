import * as acorn from 'acorn';
import { type Bound, findBounds } from './bounds';
import { parseScript, replaceParts, visit } from './syntax-tree';

/** Letters that the bundle does not use elsewhere at the start of a name. */
const PREFIX = 'lifted_';

/**
 * Gives a name to every function of at least `tokens` tokens that is written where it is called, provided that it
 * needs nothing from the functions around it.
 *
 * The minifier writes a function that is called once into its caller. Espruino makes such a function anew at every
 * call, and reads past all of it whenever it passes that place without calling.
 */
export function liftFunctions(code: string, tokens: number): string {
  let lifted = 0;
  let text = code;
  for (let found = findInnermost(text, tokens); found; found = findInnermost(text, tokens)) {
    const { start, end } = found;
    const name = PREFIX + lifted++;
    const body = text.slice(start, end).replace(/^function\s*/, `function ${name}`);
    text = body + replaceParts(text, [{ start, end, text: name }]);
  }
  return text;
}

/** A function that can be lifted and holds no other one. */
function findInnermost(code: string, tokens: number): acorn.FunctionExpression | undefined {
  const program = parseScript(code);
  const bounds = findBounds(program);
  const found: acorn.FunctionExpression[] = [];
  visit(program, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'FunctionExpression' || node.callee.id) return;
    const callee = node.callee;
    if (countTokens(code, callee) >= tokens && !bounds.some((bound) => reachesInto(bound, callee)))
      found.push(callee);
  });
  return found.find((outer) => !found.some((inner) => inner !== outer && isInside(inner, outer)));
}

/** Whether something that belongs to a function around `inner` is named in `inner`. */
function reachesInto({ scope, places }: Bound, inner: acorn.Node): boolean {
  if (!scope || scope.type === 'Program' || scope === inner || isInside(scope, inner)) return false;
  return places.some((place) => isInside(place, inner));
}

function isInside(node: acorn.Node, around: acorn.Node): boolean {
  return node.start >= around.start && node.end <= around.end;
}

function countTokens(code: string, node: acorn.Node): number {
  return [...acorn.tokenizer(code.slice(node.start, node.end), { ecmaVersion: 5 })].length;
}
