/**
 * Two rules that imports cannot show:
 * - in code for the device only firmware/device/ names what Espruino alone has (g, NRF, setWatch, setTimeout, ...);
 * - in the companion only release/ names the columns that hold raw counts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ESPRUINO = 'firmware/espruino.d.ts';
/** Names of the language, declared only because the device code has no standard library. */
const LANGUAGE = [
  'Math',
  'String',
  'Object',
  'Array',
  'JSON',
  'Uint8Array',
  'Uint16Array',
  'Int32Array',
  'parseInt',
  'eval',
];
const COUNT_COLUMN = /^(?:\w+\.)?(?:counts|totals)$/;

/** @returns {string[]} paths of TypeScript files below a folder */
function sourcesBelow(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

function parse(path) {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
}

function visit(node, seen) {
  seen(node);
  ts.forEachChild(node, (child) => visit(child, seen));
}

function place(node) {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart());
  return `${file.fileName}:${line + 1}:${character + 1}`;
}

/** The values that the declaration file gives to the device beside the language itself. */
function deviceNames() {
  const names = [];
  ts.forEachChild(parse(ESPRUINO), (statement) => {
    if (ts.isVariableStatement(statement))
      names.push(...statement.declarationList.declarations.map(({ name }) => name.getText()));
    else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      names.push(statement.name.text);
  });
  return new Set(names.filter((name) => !LANGUAGE.includes(name)));
}

/** @returns {string[]} uses of a device's global, except as a property or as a name the file declares itself */
function deviceNamesIn(path, forbidden) {
  const found = [];
  const own = new Set();
  const file = parse(path);
  visit(file, (node) => {
    const isDeclared = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isImportSpecifier(node);
    if ((isDeclared || ts.isFunctionDeclaration(node)) && node.name && ts.isIdentifier(node.name))
      own.add(node.name.text);
  });
  visit(file, (node) => {
    if (!ts.isIdentifier(node) || !forbidden.has(node.text) || own.has(node.text)) return;
    const { parent } = node;
    const isProperty =
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      ((ts.isPropertyAssignment(parent) || ts.isTypeElement(parent)) && parent.name === node);
    if (!isProperty) found.push(`${place(node)}: names ${node.text}, which belongs into firmware/device/`);
  });
  return found;
}

/** @returns {string[]} places that name a column with raw counts, or take all columns of a table that has one */
function rawCountsIn(path) {
  const found = [];
  visit(parse(path), (node) => {
    if (ts.isStringLiteralLike(node) && COUNT_COLUMN.test(node.text))
      found.push(`${place(node)}: reads the column "${node.text}", which companion/release/ alone may read`);
    if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'selectAll') return;
    if (/selectFrom\(\s*'(?:sheet|span)/.test(node.expression.getText()))
      found.push(`${place(node)}: takes all columns, raw counts too; name the ones that are needed`);
  });
  return found;
}

const forbidden = deviceNames();
const deviceCode = [...sourcesBelow('firmware'), ...sourcesBelow('shared')].filter(
  (path) => !/^firmware\/(?:device|build|simulator)\//.test(path),
);
const companionCode = sourcesBelow('companion').filter(
  (path) => !/^companion\/(?:release|store\/migrations|web\/client)\//.test(path),
);
const found = [
  ...deviceCode.flatMap((path) => deviceNamesIn(path, forbidden)),
  ...companionCode.flatMap(rawCountsIn),
];
for (const line of found) console.error(line);
if (forbidden.size === 0 || deviceCode.length === 0 || companionCode.length === 0) {
  console.error('the check of names found nothing to check');
  process.exitCode = 1;
}
if (found.length > 0) process.exitCode = 1;
