const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

const ROUND_CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

/** SHA-1 of `data`, 20 bytes (FIPS 180-4). Synchronous, because a browser has only an asynchronous one. */
export function sha1(data: Uint8Array): Uint8Array {
  const padded = new Uint8Array((((data.length + 8) >> 6) + 1) * 64);
  padded.set(data);
  padded[data.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, data.length * 8);
  const hash = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const words = new Int32Array(80);
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4);
    addBlock(hash, words);
  }
  const result = new Uint8Array(20);
  const out = new DataView(result.buffer);
  hash.forEach((word, i) => {
    out.setInt32(i * 4, word);
  });
  return result;
}

function addBlock(hash: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 80; i++) {
    w[i] = rotate((w[i - 3] ?? 0) ^ (w[i - 8] ?? 0) ^ (w[i - 14] ?? 0) ^ (w[i - 16] ?? 0), 1);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = hash;
  for (let i = 0; i < 80; i++) {
    const part = Math.floor(i / 20);
    const mix = part === 0 ? (b & c) | (~b & d) : part === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
    const next = (rotate(a, 5) + mix + e + (ROUND_CONSTANTS[part] ?? 0) + (w[i] ?? 0)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  [a, b, c, d, e].forEach((word, i) => {
    hash[i] = (hash[i] ?? 0) + word;
  });
}
