import { findPairs, type Pairs, spell } from './pairs';

/** Bytes of the file's first part: what each of the 256 bytes stands for, two bytes each. */
const TABLE_BYTES = 512;
/** How often each byte of a text is replaced by two. */
const PASSES = 2;

/** First bytes of UTF-8: one of the first four stands before each letter, so that it fills two bytes. */
const LEADS = [0xc0, 0xc1, 0xc2, 0xc3, 0xc4];
/** What reads as U+0100 in UTF-8, a letter beyond ISO 8859-1, which E.decodeUTF8 leaves out. */
const NOTHING = [0xc4, 0xc0] as const;

/**
 * Packs texts into one file that the kiosk unpacks with Espruino's own functions, one text at a time.
 *
 * Layout: a table of 256 x 2 bytes; for every text a byte, its packed length; the texts; a zero if the size would be
 * odd. Each byte of a text
 * stands for the two bytes that the table has for it, these again, PASSES times in all. A byte that is a letter stands
 * for itself behind a first byte of UTF-8; such a first byte stands for nothing. What comes out at the end is UTF-8,
 * written longer than it need be.
 *
 * @param texts  in ISO 8859-1, none empty
 * @throws Error if a text holds one of the letters \xc0 to \xc4, which are such first bytes, or takes more than 255
 *   bytes, or would unpack to another text
 */
export function packTexts(texts: readonly string[]): Uint8Array {
  const letters = new Set(texts.join(''));
  const clash = [...letters].filter((letter) => LEADS.includes(letter.charCodeAt(0)));
  if (clash.length > 0)
    throw new Error(`texts with ${clash.join(', ')} cannot be packed: choose other words`);
  const free = Array.from({ length: 256 }, (_, code) => code).filter(
    (code) => !letters.has(String.fromCharCode(code)) && !LEADS.includes(code),
  );
  const pairs = findPairs(texts, {
    count: free.length,
    depth: PASSES,
    depthOf: (letter) => (isLead(letter.charCodeAt(0)) ? 1 : 0), // in the last pass it would read as UTF-8
  });
  const codes = new Map<string, number>([...letters].map((letter) => [letter, letter.charCodeAt(0)]));
  [...pairs.keys()].forEach((pair, index) => {
    codes.set(pair, free[index] ?? 0);
  });
  const packed = texts.map((text) => spell(text, pairs).map((symbol) => codes.get(symbol) ?? 0));
  const tooLong = packed.findIndex(({ length }) => length > 255);
  if (tooLong >= 0) throw new Error(`text ${tooLong} takes more than 255 bytes`);
  const bytes = [
    ...buildTable(letters, pairs, codes),
    ...packed.map(({ length }) => length),
    ...packed.flat(),
  ];
  const file = Uint8Array.from(bytes.length % 2 === 0 ? bytes : [...bytes, 0]);
  unpackTexts(file, texts.length).forEach((text, number) => {
    if (text !== texts[number]) throw new Error(`text ${number} unpacks to ${JSON.stringify(text)}`);
  });
  return file;
}

/** What the kiosk makes of a file with `count` texts. */
export function unpackTexts(file: Uint8Array, count: number): string[] {
  let start = TABLE_BYTES + count;
  return [...file.subarray(TABLE_BYTES, start)].map((length) => {
    let bytes = [...file.subarray(start, start + length)];
    start += length;
    for (let pass = 0; pass < PASSES; pass++)
      bytes = bytes.flatMap((byte) => [file[2 * byte] ?? 0, file[2 * byte + 1] ?? 0]);
    return decodeLetters(bytes);
  });
}

function decodeLetters(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const code = isLead(byte) ? ((byte & 0x1f) << 6) | ((bytes[++at] ?? 0) & 0x3f) : byte;
    if (code < 256) text += String.fromCharCode(code);
  }
  return text;
}

function buildTable(
  letters: ReadonlySet<string>,
  pairs: Pairs,
  codes: ReadonlyMap<string, number>,
): number[] {
  const table = Array.from({ length: TABLE_BYTES / 2 }, (): readonly [number, number] => NOTHING);
  for (const letter of letters) {
    const code = letter.charCodeAt(0);
    table[code] = [0xc0 | (code >> 6), code];
  }
  for (const [pair, [left, right]] of pairs)
    table[codes.get(pair) ?? 0] = [codes.get(left) ?? 0, codes.get(right) ?? 0];
  return table.flat();
}

function isLead(code: number): boolean {
  return code >= 0xc0;
}
