/** A source of made-up randomness that gives the same row for the same seed. */
export interface SeededRandom {
  /** 32 random bits, unsigned. */
  next32(): number;
  /** A whole number from 0 to `below` - 1. */
  draw(below: number): number;
  bytes(count: number): Uint8Array;
}

/** Seeded randomness for simulated shoppers and kiosks; never for a real key. The generator is Marsaglia's xorshift32. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0 || 1;
  function next32(): number {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  }
  return {
    next32,
    draw: (below) => next32() % below,
    bytes: (count) => Uint8Array.from({ length: count }, () => next32() >>> 24),
  };
}
