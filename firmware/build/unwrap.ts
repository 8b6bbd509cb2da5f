import type { AnyNode, CallExpression, Expression, FunctionDeclaration, FunctionExpression } from 'acorn';
import { type Bound, findBounds } from './bounds';
import { parseScript, replaceParts, visit, visitWithParents } from './syntax-tree';

/** What `function` and `return` take less as tokens. */
const FUNCTION_LETTERS_SAVED = 8;
const RETURN_LETTERS_SAVED = 6;

type AnyFunction = FunctionDeclaration | FunctionExpression;

/** A function that is one expression. */
interface Wrapper {
  readonly owner: AnyFunction;
  readonly expression: Expression;
  readonly isValue: boolean;
}

/**
 * Writes wrappers into their callers: functions without a name, called where they stand, that work something out from
 * names alone; and those that only hand their parameters to a function of the device, with a name where that is no
 * longer. A call takes time, and a function with a name 7.5 variables.
 *
 * @param code  an ES5 program
 * @returns the same program
 */
export function unwrapFunctions(code: string): string {
  let text = code;
  for (let next = unwrapOne(text); next !== undefined; next = unwrapOne(text)) text = next;
  return text;
}

function unwrapOne(code: string): string | undefined {
  const program = parseScript(code);
  const bounds = findBounds(program);
  const parents = new Map<AnyNode, AnyNode | undefined>();
  visitWithParents(program, (node, parent) => parents.set(node, parent));
  const isUnused = (node: AnyNode): boolean => {
    const parent = parents.get(node);
    if (parent?.type !== 'SequenceExpression') return parent?.type === 'ExpressionStatement';
    return parent.expressions.at(-1) !== node || isUnused(parent);
  };
  const calls = [...parents.keys()].filter((node) => node.type === 'CallExpression');
  const write = (call: CallExpression, wrapper: Wrapper): string | undefined =>
    wrapper.isValue || isUnused(call) ? writeCall(code, call, wrapper, bounds) : undefined;

  for (const owner of program.body) {
    const wrapper = owner.type === 'FunctionDeclaration' && readWrapper(owner);
    if (!wrapper || !isForwarding(wrapper)) continue;
    const named = bounds.find(({ places }) => places.some(({ start }) => start === owner.id.start));
    const uses = named?.places.filter(({ start }) => start !== owner.id.start) ?? [];
    const parts = calls.flatMap((call) => {
      const isOfOwner = uses.some(({ start }) => start === call.callee.start);
      const text = isOfOwner && !isHidden(wrapper, call, bounds) ? write(call, wrapper) : undefined;
      return text === undefined ? [] : [{ start: call.start, end: call.end, text }];
    });
    const saved =
      owner.end - owner.start - FUNCTION_LETTERS_SAVED - (wrapper.isValue ? RETURN_LETTERS_SAVED : 0);
    const added = parts.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
    if (parts.length === uses.length && added <= saved)
      return replaceParts(code, [...parts, { start: owner.start, end: owner.end, text: '' }]);
  }
  for (const call of calls) {
    const wrapper = call.callee.type === 'FunctionExpression' && !call.callee.id && readWrapper(call.callee);
    if (!wrapper || !(isForwarding(wrapper) || isPlain(wrapper, call))) continue;
    const text = write(call, wrapper);
    if (text === undefined) continue;
    const isAtom = wrapper.expression.type === 'CallExpression';
    return replaceParts(code, [{ start: call.start, end: call.end, text: isAtom ? text : `(${text})` }]);
  }
  return undefined;
}

function readWrapper(owner: AnyFunction): Wrapper | undefined {
  const [only, second] = owner.body.body;
  if (second) return undefined;
  if (only?.type === 'ExpressionStatement') return { owner, expression: only.expression, isValue: false };
  return only?.type === 'ReturnStatement' && only.argument
    ? { owner, expression: only.argument, isValue: true }
    : undefined;
}

/** Whether it calls a method of something that has a name, with all its parameters in their order and literals. */
function isForwarding({ owner, expression }: Wrapper): boolean {
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'MemberExpression') return false;
  const { object, computed } = expression.callee;
  const params = owner.params.map((param) => (param.type === 'Identifier' ? param.name : ''));
  const given = expression.arguments.flatMap((one) => (one.type === 'Identifier' ? [one.name] : []));
  return (
    !computed &&
    object.type === 'Identifier' &&
    !params.includes(object.name) &&
    expression.arguments.every(({ type }) => type === 'Identifier' || type === 'Literal') &&
    given.join() === params.join()
  );
}

/** Whether a function around a call has a name of its own for what the wrapper calls a method of. */
function isHidden({ expression }: Wrapper, call: CallExpression, bounds: readonly Bound[]): boolean {
  const { callee } = expression as CallExpression;
  const name =
    callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object.name : '';
  return bounds.some(
    ({ scope, places }) =>
      scope !== undefined &&
      scope.type !== 'Program' &&
      scope.start < call.start &&
      call.end <= scope.end &&
      places[0]?.name === name,
  );
}

/** Whether arguments are names or literals, and nothing changes them while the expression is worked out. */
function isPlain({ expression }: Wrapper, call: CallExpression): boolean {
  let isPlain = call.arguments.every(({ type }) => type === 'Identifier' || type === 'Literal');
  visit(expression, ({ type }) => {
    isPlain &&= !/^(?:Call|New|Assignment|Update|Function|This)Expression$/.test(type);
  });
  return isPlain;
}

/** The expression with a call's arguments in the places of the parameters; undefined when their numbers differ. */
function writeCall(
  code: string,
  call: CallExpression,
  { owner, expression }: Wrapper,
  bounds: readonly Bound[],
): string | undefined {
  if (call.arguments.length !== owner.params.length) return undefined;
  const parts = owner.params.flatMap((param, index) => {
    const argument = call.arguments[index];
    const bound = bounds.find(({ places }) => places.some(({ start }) => start === param.start));
    const uses = bound?.places.filter(({ start }) => start >= expression.start) ?? [];
    return uses.map(({ start, end }) => ({
      start: start - expression.start,
      end: end - expression.start,
      text: code.slice(argument?.start, argument?.end),
    }));
  });
  return replaceParts(code.slice(expression.start, expression.end), parts);
}
