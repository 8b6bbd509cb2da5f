/** Bytes that stand for something in tokenised code. Source: Espruino `src/jslex.h`, 2v26 and later. */
const FIRST_WORD = 138;
const STRING_8 = 209;
const STRING_16 = 210;
const INT_0 = 211;
const INT_8 = 212;
const INT_16 = 213;
/** Operators and reserved words in the order of their bytes, from 138 on. */
const WORDS = (
  '== === != !== <= << <<= >= >> >>> >>= >>>= += -= ++ -- *= /= %= &= && |= || ^= => ' +
  'if else do while for break continue function return var let const this throw try catch finally true false null ' +
  'undefined new in instanceof switch case default delete typeof void debugger class extends super static of'
).split(' ');
/** What is copied as it stands: quoted strings, comments, and runs of other characters that stand for themselves. */
const PLAIN =
  /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\/\/.*|\/\*[\s\S]*?\*\/|[^"'/\x8a-\xd5]+|[^\x8a-\xd5]/y;

/**
 * Writes tokenised code as the text that it stands for, as the interpreter reads it.
 *
 * @param code  one character a byte; text without tokens comes back unchanged
 * @throws SyntaxError at a byte that stands for nothing, and where a string or a number is cut off
 */
export function writeTokensOut(code: string): string {
  if (!/[\x8a-\xd5]/.test(code)) return code;
  let text = '';
  let at = 0;
  const take = (length: number): string => {
    if (at + length > code.length) throw new SyntaxError(`tokenised code is cut off at byte ${code.length}`);
    at += length;
    return code.slice(at - length, at);
  };
  const takeNumber = (bytes: 1 | 2): number => {
    const read = take(bytes);
    return read.charCodeAt(0) | (bytes === 2 ? read.charCodeAt(1) << 8 : 0);
  };
  while (at < code.length) {
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(code);
    if (plain) {
      text += take(plain[0].length);
      continue;
    }
    const token = takeNumber(1);
    if (token === STRING_8) text += quote(take(takeNumber(1)));
    else if (token === STRING_16) text += quote(take(takeNumber(2)));
    else if (token === INT_0) text += ' 0 ';
    else if (token === INT_8) text += ` ${(takeNumber(1) << 24) >> 24} `;
    else if (token === INT_16) text += ` ${(takeNumber(2) << 16) >> 16} `;
    else {
      const word = WORDS[token - FIRST_WORD];
      if (word === undefined) throw new SyntaxError(`byte ${token} at ${at - 1} stands for no token`);
      text += ` ${word} `; // spaces keep a word from its neighbours, and "+" from "++"
    }
  }
  return text;
}

function quote(bytes: string): string {
  const escaped = bytes.replace(
    /[^ !#-[\]-~]/g,
    (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `"${escaped}"`;
}
