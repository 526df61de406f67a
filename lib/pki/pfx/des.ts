import type { BlockDecryptor } from './cbc';
import { fixedOctets } from './fixed-octets';

// FIPS 46-3. Decryption only: old PFX files are read here, and nothing is ever written this way. Octets, not strings, so
// that keys can be overwritten.

const PC1 = positions(
  '57 49 41 33 25 17 9 1 58 50 42 34 26 18 10 2 59 51 43 35 27 19 11 3 60 52 44 36 ' +
    '63 55 47 39 31 23 15 7 62 54 46 38 30 22 14 6 61 53 45 37 29 21 13 5 28 20 12 4',
);
const PC2 = positions(
  '14 17 11 24 1 5 3 28 15 6 21 10 23 19 12 4 26 8 16 7 27 20 13 2 ' +
    '41 52 31 37 47 55 30 40 51 45 33 48 44 49 39 56 34 53 46 42 50 36 29 32',
);
const P = positions('16 7 20 21 29 12 28 17 1 15 23 26 5 18 31 10 2 8 24 14 32 27 3 9 19 13 30 6 22 11 4 25');
const SHIFTS = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1];
/** The eight S-boxes, row by row, one hex digit a value. */
const S = [
  'e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d',
  'f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9',
  'a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c',
  '7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e',
  '2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453',
  'c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d',
  '4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c',
  'd2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b',
];

/** S-box and permutation P in one look-up: 64 words, one for each input, box after box. */
const SP = Int32Array.from({ length: 512 }, (_, at) => {
  const [box, input] = [at >> 6, at & 63];
  const row = ((input >> 4) & 2) | (input & 1);
  const value = Number.parseInt((S[box] as string).charAt(row * 16 + ((input >> 1) & 15)), 16);
  const before = value << (28 - 4 * box);
  return P.reduce((word, from, to) => word | (((before >>> (31 - from)) & 1) << (31 - to)), 0);
});

/** Triple DES in EDE order; `key` of 16 octets repeats its first third, and of 8 it is used three times: that is plain DES. */
export function tripleDes(key: Uint8Array): BlockDecryptor {
  const parts = [0, 8, 16].map((at) => key.subarray(at % key.length, (at % key.length) + 8));
  const [k1, k2, k3] = parts.map(roundKeys) as [Int32Array, Int32Array, Int32Array];
  const halves = new Int32Array(fixedOctets(8).buffer);
  return {
    blockLength: 8,
    decrypt(block) {
      initialPermutation(block, halves);
      // Each pass ends with the permutation that the next one begins with, undone: both are left out.
      rounds(halves, k3, true);
      rounds(halves, k2, false);
      rounds(halves, k1, true);
      finalPermutation(halves, block);
    },
    wipe: () => [k1, k2, k3, halves].forEach((octets) => octets.fill(0)),
  };
}

/** Sixteen round keys of two words each: the six-bit groups of the even S-boxes, an octet apart, and those of the odd. */
function roundKeys(key: Uint8Array): Int32Array {
  const half = PC1.map((at) => bitOf(key, at));
  const keys = new Int32Array(fixedOctets(16 * 8).buffer);
  let shift = 0;
  SHIFTS.forEach((by, round) => {
    shift += by;
    PC2.forEach((at, i) => {
      const from = at < 28 ? (at + shift) % 28 : 28 + ((at - 28 + shift) % 28);
      const group = Math.floor(i / 6);
      const place = 24 - 8 * (group >> 1) + 5 - (i % 6);
      const word = round * 2 + (group & 1);
      keys[word] = (keys[word] as number) | ((half[from] as number) << place);
    });
  });
  half.fill(0);
  return keys;
}

/** Left and right half after permutation IP, which exchanges bits in squares of two, four and eight. */
function initialPermutation(block: Uint8Array, halves: Int32Array): void {
  const view = new DataView(block.buffer, block.byteOffset, 8);
  halves[0] = view.getInt32(0);
  halves[1] = view.getInt32(4);
  exchange(halves, 0, 4, 0x0f0f0f0f);
  exchange(halves, 0, 16, 0x0000ffff);
  exchange(halves, 1, 2, 0x33333333);
  exchange(halves, 1, 8, 0x00ff00ff);
  exchange(halves, 0, 1, 0x55555555);
}

function finalPermutation(halves: Int32Array, block: Uint8Array): void {
  exchange(halves, 0, 1, 0x55555555);
  exchange(halves, 1, 8, 0x00ff00ff);
  exchange(halves, 1, 2, 0x33333333);
  exchange(halves, 0, 16, 0x0000ffff);
  exchange(halves, 0, 4, 0x0f0f0f0f);
  const view = new DataView(block.buffer, block.byteOffset, 8);
  view.setInt32(0, halves[0] as number);
  view.setInt32(4, halves[1] as number);
}

/** Exchanges the bits that `mask` names in one half with those `by` places further up in the other, `from`. */
function exchange(halves: Int32Array, from: 0 | 1, by: number, mask: number): void {
  const [up, down] = [halves[from] as number, halves[1 - from] as number];
  const differing = ((up >>> by) ^ down) & mask;
  halves[1 - from] = down ^ differing;
  halves[from] = up ^ (differing << by);
}

/** Sixteen rounds and the exchange of halves that ends them. Each S-box takes six bits that overlap its neighbours' by two. */
function rounds(halves: Int32Array, keys: Int32Array, backwards: boolean): void {
  let left = halves[0] as number;
  let right = halves[1] as number;
  for (let round = 0; round < 16; round++) {
    const at = (backwards ? 15 - round : round) * 2;
    const even = ((right >>> 3) | (right << 29)) ^ (keys[at] as number);
    const odd = ((right << 1) | (right >>> 31)) ^ (keys[at + 1] as number);
    const mixed =
      (SP[(even >>> 24) & 63] as number) ^
      (SP[64 + ((odd >>> 24) & 63)] as number) ^
      (SP[128 + ((even >>> 16) & 63)] as number) ^
      (SP[192 + ((odd >>> 16) & 63)] as number) ^
      (SP[256 + ((even >>> 8) & 63)] as number) ^
      (SP[320 + ((odd >>> 8) & 63)] as number) ^
      (SP[384 + (even & 63)] as number) ^
      (SP[448 + (odd & 63)] as number);
    const before = left;
    left = right;
    right = before ^ mixed;
  }
  halves[0] = right;
  halves[1] = left;
}

function bitOf(bytes: Uint8Array, at: number): number {
  return ((bytes[at >> 3] as number) >> (7 - (at & 7))) & 1;
}

function positions(table: string): readonly number[] {
  return table.split(' ').map((text) => Number(text) - 1);
}
