import type { BlockDecryptor } from './cbc';
import { fixedOctets } from './fixed-octets';

// RFC 2268. Decryption only, for old PFX files.

const PI = Uint8Array.from(
  (
    'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb6266fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad'
  ).match(/../g) ?? [],
  (pair) => Number.parseInt(pair, 16),
);
const ROTATIONS = [1, 2, 3, 5];

/** `key` has 1 to 128 octets; without `effectiveBits` (1 to 1,024) all of its bits count. */
export function rc2(key: Uint8Array, effectiveBits: number = key.length * 8): BlockDecryptor {
  const schedule = expand(key, effectiveBits);
  const words = new Uint16Array(fixedOctets(8).buffer);
  return {
    blockLength: 8,
    decrypt(block) {
      const view = new DataView(block.buffer, block.byteOffset, 8);
      for (let i = 0; i < 4; i++) words[i] = view.getUint16(2 * i, true);
      let round = 16;
      for (const count of [5, 6, 5]) {
        for (let i = 0; i < count; i++) unmix(words, schedule, --round * 4);
        if (round > 0) unmash(words, schedule);
      }
      for (let i = 0; i < 4; i++) view.setUint16(2 * i, words[i] as number, true);
    },
    wipe: () => [schedule, words].forEach((octets) => octets.fill(0)),
  };
}

function unmix(words: Uint16Array, schedule: Uint16Array, k: number): void {
  for (let i = 3; i >= 0; i--) {
    const by = ROTATIONS[i] as number;
    const word = words[i] as number;
    const a = words[(i + 3) & 3] as number;
    const b = words[(i + 2) & 3] as number;
    const c = words[(i + 1) & 3] as number;
    words[i] = ((word >>> by) | (word << (16 - by))) - (schedule[k + i] as number) - (a & b) - (~a & c);
  }
}

function unmash(words: Uint16Array, schedule: Uint16Array): void {
  for (let i = 3; i >= 0; i--) {
    const at = (words[(i + 3) & 3] as number) & 63;
    words[i] = (words[i] as number) - (schedule[at] as number);
  }
}

function expand(key: Uint8Array, effectiveBits: number): Uint16Array {
  const bytes = new Uint8Array(128);
  const length = key.length;
  bytes.set(key);
  for (let i = length; i < 128; i++) {
    bytes[i] = PI[((bytes[i - 1] as number) + (bytes[i - length] as number)) & 255] as number;
  }
  const effective = Math.ceil(effectiveBits / 8);
  const mask = 0xff >> (8 * effective - effectiveBits);
  bytes[128 - effective] = PI[(bytes[128 - effective] as number) & mask] as number;
  for (let i = 127 - effective; i >= 0; i--) {
    bytes[i] = PI[(bytes[i + 1] as number) ^ (bytes[i + effective] as number)] as number;
  }
  const schedule = Uint16Array.from(
    { length: 64 },
    (_, i) => (bytes[2 * i] as number) | ((bytes[2 * i + 1] as number) << 8),
  );
  bytes.fill(0);
  return schedule;
}
