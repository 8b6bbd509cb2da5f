import type { AnyNode } from 'acorn';
import { children } from './syntax-tree';

/** A name that is used but declared nowhere around its use. */
export interface GlobalUse {
  name: string;
  start: number;
}

/** Every use of a name that no surrounding function of an ES5 program declares. */
export function findGlobals(program: AnyNode): GlobalUse[] {
  const found: GlobalUse[] = [];
  visitScope(program, [], found);
  return found;
}

function visitScope(scope: AnyNode, outer: readonly ReadonlySet<string>[], found: GlobalUse[]): void {
  const names = new Set<string>();
  if (scope.type === 'FunctionDeclaration' || scope.type === 'FunctionExpression') {
    if (scope.id) names.add(scope.id.name);
    for (const param of scope.params) if (param.type === 'Identifier') names.add(param.name);
  }
  const inner = children(scope);
  for (const child of inner) collectDeclared(child, names);
  const scopes = [...outer, names];
  for (const child of inner) visitUses(child, scopes, found);
}

function collectDeclared(node: AnyNode, names: Set<string>): void {
  if (node.type === 'FunctionExpression') return;
  if (node.type === 'FunctionDeclaration') {
    if (node.id) names.add(node.id.name);
    return;
  }
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') names.add(node.id.name);
  if (node.type === 'CatchClause' && node.param?.type === 'Identifier') names.add(node.param.name);
  for (const child of children(node)) collectDeclared(child, names);
}

function visitUses(node: AnyNode, scopes: readonly ReadonlySet<string>[], found: GlobalUse[]): void {
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') {
    visitScope(node, scopes, found);
  } else if (node.type === 'Identifier') {
    if (!scopes.some((names) => names.has(node.name))) found.push({ name: node.name, start: node.start });
  } else if (node.type === 'MemberExpression') {
    visitUses(node.object, scopes, found);
    if (node.computed) visitUses(node.property, scopes, found);
  } else if (node.type === 'Property') {
    visitUses(node.value, scopes, found);
  } else if (node.type === 'LabeledStatement') {
    visitUses(node.body, scopes, found);
  } else if (node.type === 'BreakStatement' || node.type === 'ContinueStatement') {
    return;
  } else {
    for (const child of children(node)) visitUses(child, scopes, found);
  }
}
