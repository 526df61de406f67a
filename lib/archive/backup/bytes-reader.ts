/** Takes exact numbers of bytes from a stream, holding no more than was asked for and one of its chunks. */
export class BytesReader {
  private held: Uint8Array<ArrayBuffer>[] = [];
  private length = 0;
  private readonly reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

  constructor(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
    this.reader = stream.getReader();
  }

  /** Fewer only where the stream ends. */
  async take(count: number): Promise<Uint8Array<ArrayBuffer>> {
    while (this.length < count) {
      const { done, value } = await this.reader.read();
      if (done) break;
      this.held.push(value);
      this.length += value.length;
    }
    const taken = new Uint8Array(Math.min(count, this.length));
    let at = 0;
    while (at < taken.length) {
      const [first, ...rest] = this.held;
      if (!first) break;
      const part = first.subarray(0, taken.length - at);
      taken.set(part, at);
      at += part.length;
      this.held = part.length < first.length ? [first.subarray(part.length), ...rest] : rest;
    }
    this.length -= taken.length;
    return taken;
  }

  cancel(): Promise<void> {
    return this.reader.cancel();
  }
}
