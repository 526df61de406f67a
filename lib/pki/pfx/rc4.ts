import type { Bytes } from '../der/reader';

/** RC4, as some old exports protect their parts with. */
export function rc4(key: Uint8Array, data: Uint8Array): Bytes {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => {
    const kept = state[i] as number;
    state[i] = state[j] as number;
    state[j] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  const out = new Uint8Array(data.length);
  for (let n = 0, i = 0, j = 0; n < data.length; n++) {
    i = (i + 1) & 255;
    j = (j + (state[i] as number)) & 255;
    swap(i, j);
    out[n] = (data[n] as number) ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
  }
  state.fill(0);
  return out;
}
