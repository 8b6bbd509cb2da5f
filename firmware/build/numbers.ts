import { runInNewContext } from 'node:vm';
import type { AnyNode } from 'acorn';
import { isVariable, parseScript, replaceParts, visit, visitWithParents } from './syntax-tree';

/** A constant's name, as our sources write it. */
const CONSTANT = /^[A-Z][A-Z0-9_$]*$/;

/**
 * Puts the numbers of a bundle's constants in the places where they are used, so that no constant is a variable on
 * the device. The minifier would keep every constant whose digits are longer than a variable's name.
 *
 * @param code  an ES5 program as bundled, with the names of the sources
 * @returns the same program; constants that are no longer used are left for the minifier to drop
 */
export function putNumbersInPlace(code: string): string {
  const known = new Map<string, number>();
  let text = code;
  for (let found = findNumbers(text, known); found; found = findNumbers(text, known)) {
    text = replaceUses(text, found);
    for (const [name, value] of found) known.set(name, value);
  }
  return text;
}

/** The constants at the top of a program, but those already `known`, whose values hold nothing but numbers. */
function findNumbers(code: string, known: ReadonlyMap<string, number>): Map<string, number> | undefined {
  const found = new Map<string, number>();
  for (const statement of parseScript(code).body) {
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      if (id.type !== 'Identifier' || !init || !CONSTANT.test(id.name) || known.has(id.name)) continue;
      if (isArithmetic(init)) found.set(id.name, Number(runInNewContext(code.slice(init.start, init.end))));
    }
  }
  return found.size > 0 ? found : undefined;
}

function isArithmetic(value: AnyNode): boolean {
  let isPlain = true;
  visit(value, (node) => {
    isPlain &&= /^(?:Literal|UnaryExpression|BinaryExpression|ParenthesizedExpression)$/.test(node.type);
    if (node.type === 'Literal') isPlain &&= typeof node.value === 'number';
  });
  return isPlain;
}

function replaceUses(code: string, numbers: ReadonlyMap<string, number>): string {
  const parts: { start: number; end: number; text: string }[] = [];
  visitWithParents(parseScript(code), (node, parent) => {
    if (node.type !== 'Identifier' || !isVariable(node, parent)) return;
    const number = numbers.get(node.name);
    if (number === undefined) return;
    if (parent?.type === 'VariableDeclarator' && parent.id === node) return;
    if (parent?.type === 'AssignmentExpression' && parent.left === node)
      throw new Error(`${node.name} is written like a constant and assigned to`);
    parts.push({ start: node.start, end: node.end, text: number < 0 ? `(${number})` : String(number) });
  });
  return replaceParts(code, parts);
}
