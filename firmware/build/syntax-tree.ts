import type { AnyNode, Node } from 'acorn';

/** Calls `seen` for a node of the syntax tree and for every node below it, in the order of the text. */
export function visit(node: AnyNode, seen: (node: AnyNode) => void): void {
  seen(node);
  for (const child of children(node)) visit(child, seen);
}

/** The nodes directly below a node of the syntax tree. */
export function children(node: AnyNode): AnyNode[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
