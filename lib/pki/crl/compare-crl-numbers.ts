/** Order of two CRL numbers, given in hex as `ParsedCrl.number` is: below 0 where `a` is the lower one. */
export function compareCrlNumbers(a: string, b: string): number {
  const [first, second] = [BigInt(`0x${a}`), BigInt(`0x${b}`)];
  return first < second ? -1 : first > second ? 1 : 0;
}
