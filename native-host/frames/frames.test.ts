import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountersignError, limits } from '@/lib/base';
import { FrameParser, frameOf, parseBody, type Frame } from '.';

const MAX = limits.hostRequestMaxBytes;
const header = (length: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(length);
  return bytes;
};
const body = (frame: Frame | undefined) => {
  if (frame?.kind !== 'message') throw new Error(`no message: ${frame?.kind}`);
  return parseBody(frame.body);
};
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof CountersignError) return error;
    throw error;
  }
  return null;
};

describe('frames', () => {
  it('say the same in whatever pieces they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (messages, sizes) => {
          const stream = Buffer.concat(messages.map(frameOf));
          const parser = new FrameParser(MAX);
          const seen: unknown[] = [];
          for (let at = 0, i = 0; at < stream.length; i++) {
            const size = sizes[i % sizes.length] as number;
            for (const frame of parser.push(Buffer.from(stream.subarray(at, at + size))))
              seen.push(body(frame));
            at += size;
          }
          expect(seen).toEqual(messages.map((message) => JSON.parse(JSON.stringify(message)) as unknown));
        },
      ),
    );
  });

  it('overwrite what they were read from', () => {
    const chunk = Buffer.from(frameOf({ pin: [49, 50, 51, 52] }));
    const [frame] = new FrameParser(MAX).push(chunk);
    if (frame?.kind !== 'message') throw new Error('no message');
    expect(chunk.every((octet) => octet === 0)).toBe(true);
    expect(frame.body.some((octet) => octet !== 0)).toBe(true);
    expect(parseBody(frame.body)).toEqual({ pin: [49, 50, 51, 52] });
    expect(frame.body.every((octet) => octet === 0)).toBe(true);
  });

  it('attacks.md 95: length 0 is a message without content', () => {
    const [frame, next] = new FrameParser(MAX).push(Buffer.concat([header(0), frameOf({ a: 1 })]));
    expect(codeOf(() => body(frame))?.code).toBe('input/malformed');
    expect(body(next)).toEqual({ a: 1 });
  });

  it('attacks.md 95: 4 GiB is told once, and nothing behind it is read', () => {
    const parser = new FrameParser(MAX);
    expect(parser.push(header(0xffffffff))).toEqual([{ kind: 'unreadable', bytes: 0xffffffff }]);
    expect(parser.push(Buffer.from(frameOf({ a: 1 })))).toEqual([]);
  });

  it('attacks.md 95: a length that claims much takes no memory', () => {
    const before = process.memoryUsage().arrayBuffers;
    const parsers = Array.from({ length: 2_000 }, () => new FrameParser(limits.hostAnswerMaxBytes));
    for (const parser of parsers)
      parser.push(Buffer.concat([header(limits.hostAnswerMaxBytes), Buffer.from('{')]));
    // Two thousand claims of a megabyte each.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });

  it('attacks.md 95: a truncated frame is none until its rest comes', () => {
    const frame = Buffer.from(frameOf({ a: 1 }));
    const parser = new FrameParser(MAX);
    expect(parser.push(Buffer.from(frame.subarray(0, -1)))).toEqual([]);
    expect(body(parser.push(Buffer.from(frame.subarray(-1)))[0])).toEqual({ a: 1 });
  });

  it('attacks.md 95: a frame that is too long is read past', () => {
    const long = Buffer.alloc(MAX + 1, 32);
    const frames = new FrameParser(MAX).push(Buffer.concat([header(long.length), long, frameOf({ a: 1 })]));
    expect(frames[0]).toEqual({ kind: 'too-large', bytes: MAX + 1 });
    expect(body(frames[1])).toEqual({ a: 1 });
    // One octet fewer is no longer than it may be.
    const [fits] = new FrameParser(MAX).push(Buffer.concat([header(MAX), Buffer.alloc(MAX, 32)]));
    expect(fits?.kind).toBe('message');
  });

  it.each([
    ['a lone continuation', [0x22, 0x80, 0x22]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['UTF-16', [...Buffer.from('{}', 'utf16le')]],
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x7b, 0x7d]],
  ])('attacks.md 95: %s is refused', (_, octets) => {
    expect(codeOf(() => parseBody(Uint8Array.from(octets)))?.code).toBe('input/malformed');
    expect(parseBody(Uint8Array.from(Buffer.from('"é"')))).toBe('é');
  });

  it('a refusal quotes nothing of what was refused', () => {
    const error = codeOf(() => parseBody(Uint8Array.from(Buffer.from('{"pin":[49,50,51,52]secret'))));
    expect(error?.code).toBe('input/malformed');
    expect(`${error?.message} ${JSON.stringify(error?.params)} ${String(error?.cause)}`).not.toMatch(
      /secret|49/,
    );
  });
});
