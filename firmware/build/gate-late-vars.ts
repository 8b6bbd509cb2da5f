import type { AnyNode } from 'acorn';
import { children, visit } from './syntax-tree';

/** A variable that code uses above its `var`. */
export interface LateVar {
  readonly name: string;
  readonly start: number;
}

type FunctionNode = Extract<AnyNode, { type: 'FunctionDeclaration' | 'FunctionExpression' }>;

/**
 * Finds variables that a function uses above their `var`, or whose only `var` stands where it may be passed over.
 * Espruino does not hoist `var`: until that line runs the name means one further out, and an assignment changes it.
 */
export function findLateVars(program: AnyNode): LateVar[] {
  const found: LateVar[] = [];
  visit(program, (node) => {
    if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression')
      found.push(...lateVarsOf(node));
  });
  return found;
}

function lateVarsOf(scope: FunctionNode): LateVar[] {
  const params = new Set(scope.params.flatMap((param) => (param.type === 'Identifier' ? [param.name] : [])));
  const declaredAt = new Map<string, number>();
  const uses: LateVar[] = [];
  const walk = (node: AnyNode): void => {
    if (node !== scope && (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression')) return;
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') {
      const { name, start } = node.id;
      declaredAt.set(name, Math.min(start, declaredAt.get(name) ?? start));
    }
    if (node.type === 'Identifier') uses.push({ name: node.name, start: node.start });
    for (const child of childrenOf(node)) walk(child);
  };
  walk(scope.body);
  return uses.filter(({ name, start }) => !params.has(name) && start < (declaredAt.get(name) ?? 0));
}

function childrenOf(node: AnyNode): AnyNode[] {
  // names after a dot and before a colon are not variables
  const label = node.type === 'MemberExpression' && !node.computed ? node.property : undefined;
  const key = node.type === 'Property' ? node.key : undefined;
  return children(node).filter((child) => child !== label && child !== key);
}
