/**
 * A PIN's UTF-8 octets in memory of their own: never text, because text can't be overwritten. What it was made from is
 * overwritten at once.
 */
export class PinOctets {
  readonly memory: Buffer;

  constructor(octets: number[]) {
    // Not from Node's shared pool, where others' buffers lie beside it.
    this.memory = Buffer.alloc(octets.length);
    this.memory.set(octets);
    octets.fill(0);
  }

  wipe(): void {
    this.memory.fill(0);
  }
}
