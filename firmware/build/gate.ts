import { type AnyNode, parse } from 'acorn';
import { findGlobals } from './gate-globals';
import { findLateVars } from './gate-late-vars';
import { RULES } from './gate-rules';
import { visit } from './syntax-tree';

/** Something in the finished bundle that Espruino cannot run, or runs otherwise than the standard says. */
export interface Refusal {
  line: number;
  column: number;
  sentence: string;
}

/**
 * Reads a finished bundle the way Espruino would have to.
 *
 * @param code          the bundle's text, minified
 * @param knownGlobals  names that exist on the device without being declared in the bundle
 * @returns every reason not to flash it, in the order of the text; empty when there is none
 */
export function refusals(code: string, knownGlobals: ReadonlySet<string>): Refusal[] {
  const odd = /[^\t\n\r -~]/.exec(code);
  if (odd)
    return [refuse(code, odd.index, 'holds a character that is not ASCII; the build should escape it')];
  let program: AnyNode;
  try {
    program = parse(code, { ecmaVersion: 5, sourceType: 'script' });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const offset = 'pos' in error && typeof error.pos === 'number' ? error.pos : 0;
    return [refuse(code, offset, `is not ES5: ${error.message}`)];
  }
  const found: Refusal[] = [];
  visit(program, (node) => {
    for (const rule of RULES) {
      const sentence = rule(node, code);
      if (sentence) found.push(refuse(code, node.start, sentence));
    }
  });
  for (const { name, start } of findGlobals(program)) {
    if (!knownGlobals.has(name))
      found.push(refuse(code, start, `names "${name}", which the device does not have`));
  }
  for (const { name, start } of findLateVars(program)) {
    found.push(refuse(code, start, `uses "${name}" above its var; until then it means a name further out`));
  }
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** One line a refusal, ready to be shown: file, line, column, sentence, and the text around. */
export function describeRefusals(file: string, code: string, found: readonly Refusal[]): string {
  const lines = code.split('\n');
  return found
    .map(({ line, column, sentence }) => {
      const near = (lines[line - 1] ?? '').slice(Math.max(0, column - 20), column + 40);
      return `${file}:${line}:${column}: ${sentence}\n    ...${near}...`;
    })
    .join('\n');
}

/** How many functions of a bundle have a name, in a declaration, a variable or a property: each stays in memory. */
export function countNamedFunctions(code: string): number {
  let count = 0;
  visit(parse(code, { ecmaVersion: 5 }), (node) => {
    if (node.type === 'FunctionDeclaration') count += 1;
    if (node.type === 'VariableDeclarator' && node.init?.type === 'FunctionExpression') count += 1;
    if (node.type === 'Property' && node.value.type === 'FunctionExpression') count += 1;
    if (node.type === 'AssignmentExpression' && node.right.type === 'FunctionExpression') count += 1;
  });
  return count;
}

/** The names that a declaration file promises to exist without an import. */
export function readDeclaredNames(declarations: string): Set<string> {
  const names = [...declarations.matchAll(/^declare (?:const|let|var|function|class) (\w+)/gm)];
  return new Set([...names.map((match) => match[1] ?? ''), 'arguments', 'undefined']);
}

/**
 * Every name in a declaration file, comments aside: properties called so belong to the device, so the build leaves
 * them alone.
 */
export function readPropertyNames(declarations: string): string[] {
  const code = declarations.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  return [...new Set(code.match(/[A-Za-z_]\w*/g))];
}

function refuse(code: string, offset: number, sentence: string): Refusal {
  const before = code.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)?.length ?? 0, sentence };
}
