/** Rounds of key derivation that are neither few nor refused at once (limits.pfxMaxIterations). */
const FEW = 5_000;
const REFUSED = 10_000_000;

/** Whatever in `bytes` looks like an INTEGER within those bounds; wrong guesses in cipher text do no harm. */
export function roundsIn(bytes: Uint8Array): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at + 3 < bytes.length; at++) {
    if (bytes[at] !== 0x02) continue;
    const first = bytes[at + 1] as number;
    const body = at + 2 + (first > 0x80 && first <= 0x84 ? first & 0x7f : 0);
    const length = first < 0x80 ? first : bytes.subarray(at + 2, body).reduce((sum, b) => sum * 256 + b, 0);
    if (length < 2 || length > 4) continue;
    const value = bytes.subarray(body, body + length).reduce((sum, byte) => sum * 256 + byte, 0);
    if (value > FEW && value <= REFUSED) found.add(value);
  }
  return found;
}
