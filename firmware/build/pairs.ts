/** Texts of two or more letters, each with the two shorter texts it is made of. */
export type Pairs = ReadonlyMap<string, readonly [string, string]>;

/** What pairs may be made of. */
export interface PairLimits {
  /** how many there may be */
  count: number;
  /** how deep they may be nested: a pair of two letters is 1 deep */
  depth: number;
  /** how deep a single letter is: 0 in most cases */
  depthOf(letter: string): number;
}

/**
 * Finds the pairs that shorten `texts` most when each pair becomes one symbol: again and again the most frequent two
 * neighbours, which then count as one.
 *
 * @source Larsson and Moffat, Off-line dictionary-based compression, Proceedings of the IEEE 88 (2000), 1722-1732
 */
export function findPairs(texts: readonly string[], limits: PairLimits): Pairs {
  const pairs = new Map<string, readonly [string, string]>();
  const depths = new Map<string, number>();
  const depthOf = (symbol: string): number => depths.get(symbol) ?? limits.depthOf(symbol);
  let symbols = texts.map((text) => [...text]);
  while (pairs.size < limits.count) {
    const pair = findMostFrequent(symbols, (symbol) => depthOf(symbol) < limits.depth);
    if (!pair) break;
    const [left, right] = pair;
    const joined = left + right;
    if (!pairs.has(joined)) {
      pairs.set(joined, pair);
      depths.set(joined, 1 + Math.max(depthOf(left), depthOf(right)));
    }
    symbols = symbols.map((text) => joinPair(text, left, right));
  }
  return pairs;
}

/** The fewest letters and pairs that make up a text. */
export function spell(text: string, pairs: Pairs): string[] {
  const longest = Math.max(1, ...[...pairs.keys()].map((pair) => pair.length));
  const best: { count: number; first: string }[] = [];
  best[text.length] = { count: 0, first: '' };
  for (let at = text.length - 1; at >= 0; at--) {
    for (let length = 1; length <= longest && at + length <= text.length; length++) {
      const first = text.slice(at, at + length);
      const count = 1 + (best[at + length]?.count ?? 0);
      if ((length === 1 || pairs.has(first)) && count <= (best[at]?.count ?? Infinity))
        best[at] = { count, first };
    }
  }
  const symbols: string[] = [];
  for (let at = 0; at < text.length; at += symbols.at(-1)?.length ?? 1) symbols.push(best[at]?.first ?? '');
  return symbols;
}

function findMostFrequent(
  texts: readonly (readonly string[])[],
  mayJoin: (symbol: string) => boolean,
): readonly [string, string] | undefined {
  const counts = new Map<string, { pair: readonly [string, string]; count: number }>();
  for (const text of texts) {
    const ends = new Map<string, number>();
    for (let at = 0; at + 1 < text.length; at++) {
      const [left = '', right = ''] = [text[at], text[at + 1]];
      if (!mayJoin(left) || !mayJoin(right)) continue;
      const key = `${left.length} ${left}${right}`;
      if (ends.get(key) === at) continue; // "aaa" holds "aa" once
      ends.set(key, at + 1);
      const found = counts.get(key) ?? { pair: [left, right] as const, count: 0 };
      found.count += 1;
      counts.set(key, found);
    }
  }
  const most = [...counts.values()].reduce<{ pair?: readonly [string, string]; count: number }>(
    (a, b) => (b.count > a.count ? b : a),
    { count: 1 },
  );
  return most.pair;
}

function joinPair(text: readonly string[], left: string, right: string): string[] {
  const joined: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const isPair = text[at] === left && text[at + 1] === right;
    joined.push(isPair ? left + right : (text[at] ?? ''));
    if (isPair) at += 1;
  }
  return joined;
}
