import type { AnyNode, FunctionDeclaration, FunctionExpression, Identifier, Program } from 'acorn';
import { RESERVED_WORDS } from './gate-rules';
import { children, isVariable, parseScript, replaceParts } from './syntax-tree';

type Scope = Program | FunctionDeclaration | FunctionExpression;

/** A variable, function or parameter, and every place where its name stands. */
interface Bound {
  /** undefined: the device's own, so the name stays */
  scope: Scope | undefined;
  places: Identifier[];
  /** the scopes in which the name must mean this and nothing else */
  reach: Set<Scope>;
}

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

function findBounds(program: Program): Bound[] {
  const found: Bound[] = [];
  const visitScope = (scope: Scope, around: readonly (readonly [Scope, Map<string, Bound>])[]): void => {
    const own = new Map<string, Bound>();
    for (const name of declaredIn(scope)) {
      const bound: Bound = { scope, places: [], reach: new Set([scope]) };
      own.set(name, bound);
      found.push(bound);
    }
    const scopes = [...around, [scope, own] as const];
    const walk = (node: AnyNode, parent: AnyNode): void => {
      if (node.type === 'FunctionDeclaration' && node.id) place(node.id, scopes);
      if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') {
        visitScope(node as Scope, scopes);
        return;
      }
      if (node.type === 'Identifier' && isVariable(node, parent)) place(node, scopes);
      for (const child of children(node)) walk(child, node);
    };
    for (const child of children(scope)) if (child !== idOf(scope)) walk(child, scope);
    const id = idOf(scope);
    if (scope.type === 'FunctionExpression' && id) place(id, scopes);
  };
  const outer = new Map<string, Bound>();
  const place = (id: Identifier, scopes: readonly (readonly [Scope, Map<string, Bound>])[]): void => {
    const at = scopes.map(([, own]) => own.has(id.name)).lastIndexOf(true);
    let bound = scopes[at]?.[1].get(id.name) ?? outer.get(id.name);
    if (!bound) {
      bound = { scope: undefined, places: [], reach: new Set() };
      outer.set(id.name, bound);
      found.push(bound);
    }
    bound.places.push(id);
    for (const [scope] of scopes.slice(Math.max(at, 0))) bound.reach.add(scope);
  };
  visitScope(program, []);
  return found;
}

function idOf(scope: Scope): Identifier | null | undefined {
  return scope.type === 'Program' ? undefined : scope.id;
}

/** What a scope declares: parameters, `var`, functions directly in it, its own name if it is an expression. */
function declaredIn(scope: Scope): Set<string> {
  const names = new Set<string>();
  const add = (node: AnyNode | null | undefined): void => {
    if (node?.type === 'Identifier') names.add(node.name);
  };
  if (scope.type === 'FunctionExpression') add(scope.id);
  if (scope.type !== 'Program') scope.params.forEach(add);
  const walk = (node: AnyNode): void => {
    if (node.type === 'FunctionDeclaration') add(node.id);
    if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') return;
    if (node.type === 'VariableDeclarator') add(node.id);
    if (node.type === 'CatchClause') add(node.param); // lives in its block only; here its name is kept for it
    for (const child of children(node)) walk(child);
  };
  for (const child of children(scope)) if (child !== idOf(scope)) walk(child);
  return names;
}
