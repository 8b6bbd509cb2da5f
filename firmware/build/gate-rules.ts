import type { AnyNode, Literal, MemberExpression } from 'acorn';

/** Looks at one node; a sentence when Espruino fails on it or silently does something else. */
export type Rule = (node: AnyNode, code: string) => string | undefined;

/** Static members that look like the language but are not there. */
const MISSING_STATICS: Readonly<Record<string, readonly string[]>> = {
  Array: ['from', 'of'],
  Object: ['freeze', 'isFrozen', 'seal', 'isSealed', 'preventExtensions', 'isExtensible', 'is', 'hasOwn'],
  Number: [
    'isInteger',
    'isSafeInteger',
    'isNaN',
    'isFinite',
    'MAX_SAFE_INTEGER',
    'MIN_SAFE_INTEGER',
    'EPSILON',
  ],
  Math: ['trunc', 'imul', 'clz32', 'hypot', 'log2', 'log10', 'cbrt', 'fround'],
  Date: ['UTC'],
  String: ['raw', 'fromCodePoint'],
  Promise: ['race', 'allSettled', 'any'],
  Uint8Array: ['from'],
  Uint16Array: ['from'],
};
/** Methods that are missing whatever they are called on. */
const MISSING_METHODS: readonly string[] = [
  ...['flat', 'flatMap', 'at', 'findLast', 'findLastIndex', 'reduceRight', 'copyWithin'],
  ...['trimStart', 'trimEnd', 'codePointAt', 'localeCompare', 'normalize', 'matchAll'],
  ...['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'toPrecision'],
];
/** Calls whose first argument is the name of a file in Storage. */
const STORAGE_CALLS: readonly string[] = [
  'read',
  'readArrayBuffer',
  'readJSON',
  'write',
  'writeJSON',
  'erase',
  'open',
];
/** Storage cuts a longer name off without a word. */
export const MAX_FILE_NAME_BYTES = 28;

/** Words that ES5 allows as names and Espruino's lexer never does. */
export const RESERVED_WORDS: readonly string[] = ['of', 'let', 'static'];

/** Every rule of the gate beside "parses as ES5", "is ASCII" and "names only what exists". */
export const RULES: readonly Rule[] = [
  (node) => (node.type === 'LabeledStatement' ? 'has a label; Espruino has none' : undefined),
  (node) => (node.type === 'WithStatement' ? 'uses "with"; Espruino has none' : undefined),
  (node) => (node.type === 'DebuggerStatement' ? 'stops in the debugger' : undefined),
  (node) =>
    node.type === 'Property' && node.kind !== 'init'
      ? 'defines a getter or setter; JSON.stringify skips it on the device'
      : undefined,
  refuseReservedName,
  refuseDefaultBeforeCase,
  refuseLateFunction,
  refuseReturnBeforeNewline,
  refuseRegex,
  refuseWideString,
  refuseMember,
  refuseLengthAssignment,
  refuseCall,
];

function refuseReservedName(node: AnyNode): string | undefined {
  const named: (AnyNode | null | undefined)[] = [];
  if (node.type === 'VariableDeclarator') named.push(node.id);
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression')
    named.push(node.id, ...node.params);
  if (node.type === 'CatchClause') named.push(node.param);
  const word = RESERVED_WORDS.find((reserved) => named.some((name) => name && isNamed(name, reserved)));
  return word && `calls something "${word}", which is a reserved word on the device`;
}

function refuseDefaultBeforeCase(node: AnyNode): string | undefined {
  if (node.type !== 'SwitchStatement') return undefined;
  const place = node.cases.findIndex((branch) => !branch.test);
  if (place < 0 || place === node.cases.length - 1) return undefined;
  return 'has a case after "default"; Espruino wants "default" last';
}

function refuseLateFunction(node: AnyNode): string | undefined {
  if (node.type !== 'Program' && node.type !== 'BlockStatement') return undefined;
  let hasCode = false;
  for (const statement of node.body) {
    const isDirective = statement.type === 'ExpressionStatement' && typeof statement.directive === 'string';
    const isBareVar =
      statement.type === 'VariableDeclaration' &&
      statement.declarations.every(({ init }) => !init || (node.type === 'Program' && isPlainValue(init)));
    if (statement.type !== 'FunctionDeclaration') hasCode ||= !isDirective && !isBareVar;
    else if (hasCode) return `defines function "${statement.id.name}" after code; Espruino does not hoist it`;
  }
  return undefined;
}

/** Whether a value is written out, or is a typed array or its constructor: finding it runs nothing that could need a function. */
export function isPlainValue(value: AnyNode): boolean {
  if (value.type === 'Literal' || isTypedArray(value)) return true;
  if (value.type === 'UnaryExpression') return isPlainValue(value.argument);
  if (value.type === 'ArrayExpression') return value.elements.every((one) => !one || isPlainValue(one));
  if (value.type === 'ObjectExpression')
    return value.properties.every((one) => one.type === 'Property' && isPlainValue(one.value));
  return (
    value.type === 'NewExpression' &&
    isTypedArray(value.callee) &&
    value.arguments.every((one) => one.type === 'Literal')
  );
}

function isTypedArray(value: AnyNode): boolean {
  return value.type === 'Identifier' && /^(?:Ui|I)nt\d+Array$/.test(value.name);
}

function refuseReturnBeforeNewline(node: AnyNode, code: string): string | undefined {
  if (node.type !== 'ReturnStatement' || node.argument) return undefined;
  const after = code.slice(node.start + 'return'.length);
  if (!/^[ \t]*[\r\n]\s*[^\s;}]/.test(after)) return undefined;
  return 'has a line break after "return"; Espruino returns what stands on the next line';
}

function refuseRegex(node: AnyNode): string | undefined {
  if (node.type === 'NewExpression' && isNamed(node.callee, 'RegExp'))
    return 'builds a regular expression at run time, where this gate cannot read it';
  if (node.type !== 'Literal' || !node.regex) return undefined;
  const { flags } = node.regex;
  const pattern = node.regex.pattern.replace(/\[(?:\\.|[^\]\\])*\]/g, '[]');
  if (/[^gi]/.test(flags)) return `has the flag "${flags}"; Espruino knows g and i`;
  if (/\(\?/.test(pattern)) return 'has a group that starts with "(?"; on the device it never matches';
  if (/(?:^|[^\\])\{\d/.test(pattern)) return 'has a repeat count in braces; on the device it never matches';
  if (/(?:^|[^\\])[+*?]\?/.test(pattern)) return 'has a lazy quantifier; on the device it never matches';
  if (/\\[bB]/.test(pattern)) return 'has a word boundary; on the device it never matches';
  if (/\\[1-9k]/.test(pattern)) return 'refers back to a group; on the device it never matches';
  return undefined;
}

function refuseWideString(node: AnyNode): string | undefined {
  if (node.type !== 'Literal' || typeof node.value !== 'string') return undefined;
  return [...node.value].some((letter) => letter.charCodeAt(0) > 255)
    ? 'holds a character outside ISO 8859-1; Pixl.js keeps 8 bits of it'
    : undefined;
}

function refuseMember(node: AnyNode): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const member = memberName(node);
  const owner = node.object.type === 'Identifier' ? node.object.name : '';
  if (MISSING_STATICS[owner]?.includes(member))
    return `uses ${owner}.${member}, which the device does not have`;
  if (member === 'prototype' && /^(?:Array|String|Object|Function|Number)$/.test(owner))
    return `reaches into ${owner}.prototype, where Espruino shows nothing; [].slice works`;
  if (/^getUTC/.test(member)) return `uses ${member}, which releases before 2v30 do not have`;
  return undefined;
}

function refuseLengthAssignment(node: AnyNode): string | undefined {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return undefined;
  return memberName(node.left) === 'length' ? 'assigns to .length, which throws on the device' : undefined;
}

function refuseCall(node: AnyNode): string | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const method = memberName(node.callee);
  if (MISSING_METHODS.includes(method)) return `calls .${method}(), which the device does not have`;
  if (isNamed(node.callee.object, 'JSON') && isFilter(node.arguments[1]))
    return `gives JSON.${method} a second function, which Espruino ignores`;
  const [name] = node.arguments;
  if (!STORAGE_CALLS.includes(method) || name?.type !== 'Literal' || !isString(name)) return undefined;
  return name.value.length > MAX_FILE_NAME_BYTES
    ? `names a file of ${name.value.length} bytes; Storage cuts names off after ${MAX_FILE_NAME_BYTES}`
    : undefined;
}

function isFilter(argument: AnyNode | undefined): boolean {
  if (!argument || argument.type === 'UnaryExpression') return false;
  return !(argument.type === 'Literal' && argument.value === null) && !isNamed(argument, 'undefined');
}

function isString(literal: Literal): literal is Literal & { value: string } {
  return typeof literal.value === 'string';
}

function isNamed(node: AnyNode, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

function memberName(node: MemberExpression): string {
  if (!node.computed && node.property.type === 'Identifier') return node.property.name;
  return node.property.type === 'Literal' ? String(node.property.value) : '';
}
