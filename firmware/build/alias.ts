import { findBounds } from './bounds';
import { parseScript, replaceParts } from './syntax-tree';

const PREFIX = 'own_';
/** What `var a=X,` takes besides the name itself. */
const DECLARATION_LETTERS = 4;
/** Espruino's own names that are long and often needed. */
const CONSTRUCTOR = /^(?:Ui|I)nt\d+Array$/;

/**
 * Gives the constructors of typed arrays that a bundle's functions often name a variable, whose name `shortenNames`
 * makes short: in tokens, too, a name takes all its letters at each place.
 *
 * @param code  an ES5 program
 * @returns the same program
 */
export function aliasConstructors(code: string): string {
  const program = parseScript(code);
  const functions = program.body.filter(({ type }) => type === 'FunctionDeclaration');
  const parts: { start: number; end: number; text: string }[] = [];
  const aliases: string[] = [];
  for (const { scope, places } of findBounds(program)) {
    const name = places[0]?.name ?? '';
    if (scope || !CONSTRUCTOR.test(name)) continue;
    const inside = places.filter(({ start }) =>
      functions.some((around) => around.start < start && start < around.end),
    );
    if (inside.length * (name.length - 1) <= name.length + DECLARATION_LETTERS) continue;
    aliases.push(`${PREFIX}${name}=${name}`);
    for (const { start, end } of inside) parts.push({ start, end, text: PREFIX + name });
  }
  return aliases.length > 0 ? `var ${aliases.join()};${replaceParts(code, parts)}` : code;
}
