import * as acorn from 'acorn';
import { isVariable, parseScript, replaceParts, visitWithParents } from './syntax-tree';

/** The minifier's mark for a call that must stay one. */
const KEEP_CALL = '/*@__NOINLINE__*/';

/**
 * Marks the calls of all functions of at least `tokens` tokens, so that the minifier leaves each under its own name.
 *
 * It would write a function that is called once into its caller, as a function expression. Espruino makes such a
 * function anew at every call, and reads past all of it whenever it passes that place without calling.
 */
export function keepLargeFunctions(code: string, tokens: number): string {
  const program = parseScript(code);
  const large = new Set<string>();
  for (const statement of program.body)
    if (statement.type === 'FunctionDeclaration' && countTokens(code, statement) >= tokens)
      large.add(statement.id.name);
  const marks: { start: number; end: number; text: string }[] = [];
  visitWithParents(program, (node, parent) => {
    if (node.type !== 'Identifier' || !large.has(node.name) || !isVariable(node, parent)) return;
    if (parent?.type === 'CallExpression' && parent.callee === node)
      marks.push({ start: node.start, end: node.start, text: KEEP_CALL });
  });
  return replaceParts(code, marks);
}

function countTokens(code: string, node: acorn.Node): number {
  return [...acorn.tokenizer(code.slice(node.start, node.end), { ecmaVersion: 5 })].length;
}
