import { type AnyNode, type Identifier, type Node, type Program, parse } from 'acorn';

/** The syntax tree of an ES5 program. */
export function parseScript(code: string): Program {
  return parse(code, { ecmaVersion: 5, sourceType: 'script' });
}

/** Calls `seen` for a node of the syntax tree and for every node below it, in the order of the text. */
export function visit(node: AnyNode, seen: (node: AnyNode) => void): void {
  seen(node);
  for (const child of children(node)) visit(child, seen);
}

/** As `visit`, with the node around each node; the outermost one has none. */
export function visitWithParents(
  node: AnyNode,
  seen: (node: AnyNode, parent: AnyNode | undefined) => void,
  parent?: AnyNode,
): void {
  seen(node, parent);
  for (const child of children(node)) visitWithParents(child, seen, node);
}

/** Whether a name is one of a variable or function: not a property after a dot or before a colon, not a label. */
export function isVariable(name: Identifier, parent: AnyNode | undefined): boolean {
  if (parent?.type === 'MemberExpression') return parent.object === name || parent.computed;
  if (parent?.type === 'Property') return parent.value === name;
  return !/^(?:Labeled|Break|Continue)Statement$/.test(parent?.type ?? '');
}

/** The nodes directly below a node of the syntax tree. */
export function children(node: AnyNode): AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

/** A text with some parts of it, which do not overlap, replaced. */
export function replaceParts(
  code: string,
  parts: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  let at = 0;
  let result = '';
  for (const { start, end, text } of [...parts].sort((a, b) => a.start - b.start)) {
    result += code.slice(at, start) + text;
    at = end;
  }
  return result + code.slice(at);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
