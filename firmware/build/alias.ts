import type { AnyNode } from 'acorn';
import { findBounds } from './bounds';
import { parseScript, replaceParts, visit } from './syntax-tree';

const PREFIX = 'own_';
/** What an alias takes besides the name and its value: `var a=b,`, and the quotes of a property's name. */
const DECLARATION_LETTERS = 6;
/** Letters of a variable's name, as far as `shortenNames` has short ones left. */
const ALIAS_LETTERS = 2;
/** A property is looked up more slowly by an alias, so it has to save so many bytes. */
const PROPERTY_LETTERS_LEAST = 25;
const CONSTRUCTOR = /^(?:Ui|I)nt\d+Array$/;

interface Alias {
  /** what stands for the name at each place */
  readonly use: (alias: string) => string;
  readonly value: string;
  /** where it stands, in functions */
  readonly places: { start: number; end: number }[];
  /** bytes that it takes at each place, now and then */
  readonly before: number;
  readonly after: number;
  readonly least: number;
}

/**
 * Gives long names of the device that a bundle's functions often use a variable each, whose name `shortenNames` makes
 * short: in tokens, too, a name takes all its letters at each place. Constructors of typed arrays and properties.
 *
 * @param code  an ES5 program
 * @returns the same program
 */
export function aliasLongNames(code: string): string {
  const program = parseScript(code);
  const functions = program.body.filter(({ type }) => type === 'FunctionDeclaration');
  const isInside = ({ start }: { start: number }): boolean =>
    functions.some((around) => around.start < start && start < around.end);
  const aliases = new Map<string, Alias>();
  for (const { scope, places } of findBounds(program)) {
    const name = places[0]?.name ?? '';
    if (scope || !CONSTRUCTOR.test(name)) continue;
    aliases.set(name, {
      use: (alias) => alias,
      value: name,
      places: places.filter(isInside),
      before: name.length,
      after: ALIAS_LETTERS,
      least: 1,
    });
  }
  visit(program, (node: AnyNode) => {
    if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return;
    const { name } = node.property;
    if (!isInside(node)) return;
    const found = aliases.get(name) ?? {
      use: (alias: string): string => `[${alias}]`,
      value: JSON.stringify(name),
      places: [],
      before: 1 + name.length,
      after: 2 + ALIAS_LETTERS,
      least: PROPERTY_LETTERS_LEAST,
    };
    found.places.push({ start: node.property.start - 1, end: node.end });
    aliases.set(name, found);
  });
  const parts: { start: number; end: number; text: string }[] = [];
  const values: string[] = [];
  for (const [name, { use, value, places, before, after, least }] of aliases) {
    if (places.length * (before - after) - name.length - DECLARATION_LETTERS < least) continue;
    values.push(`${PREFIX}${name}=${value}`);
    for (const { start, end } of places) parts.push({ start, end, text: use(PREFIX + name) });
  }
  return values.length > 0 ? `var ${values.join()};${replaceParts(code, parts)}` : code;
}
