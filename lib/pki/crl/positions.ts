/** Places in a buffer, four octets each: a list that grows without an object for each of its members. */
export class Positions {
  length = 0;
  private octets = new Uint32Array(64);

  push(position: number): void {
    if (this.length === this.octets.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.octets);
      this.octets = grown;
    }
    this.octets[this.length++] = position;
  }

  at(index: number): number {
    return this.octets[index] as number;
  }
}
