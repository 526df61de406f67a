/**
 * What a set of keys adds up to, in any order and in no room: two sets with the same sum are the same, but for chance. Finds
 * slips and what was altered by hand; nobody who could bend it needs to, since no chain holds what it is used for.
 */
export class KeySum {
  private count = 0;
  private one = 0;
  private other = 0;

  add(key: string): void {
    // FNV-1a over UTF-16 units, twice from different starts.
    let [a, b] = [0x811c9dc5, 0x9e3779b9];
    for (let at = 0; at < key.length; at++) {
      const unit = key.charCodeAt(at);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x01000193);
      b ^= b >>> 15;
    }
    this.count++;
    this.one = (this.one + (a >>> 0)) % 2 ** 32;
    this.other = (this.other + (b >>> 0)) % 2 ** 32;
  }

  equals({ count, one, other }: KeySum): boolean {
    return this.count === count && this.one === one && this.other === other;
  }
}
