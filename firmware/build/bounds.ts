import type { AnyNode, FunctionDeclaration, FunctionExpression, Identifier, Program } from 'acorn';
import { children, isVariable } from './syntax-tree';

/** Where names live in ES5. */
export type Scope = Program | FunctionDeclaration | FunctionExpression;

/** A variable, function or parameter, and every place where its name stands. */
export interface Bound {
  /** undefined: the device's own, so the name stays */
  scope: Scope | undefined;
  places: Identifier[];
  /** the scopes in which the name must mean this and nothing else */
  reach: Set<Scope>;
}

/** Every name that an ES5 program uses, once for each thing that it means. */
export function findBounds(program: Program): Bound[] {
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
