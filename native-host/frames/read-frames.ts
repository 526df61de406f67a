import { FrameParser, type Frame } from './frame-parser';

/**
 * Every frame of a stream, until it ends or can no longer be understood. A frame that the stream's end cut off is none.
 * Chunks of `input` are overwritten.
 */
export async function* readFrames(
  input: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Frame, void, void> {
  const parser = new FrameParser(maxBytes);
  for await (const chunk of input)
    for (const frame of parser.push(chunk)) {
      yield frame;
      if (frame.kind === 'unreadable') return;
    }
}
