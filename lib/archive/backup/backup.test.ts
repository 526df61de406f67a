import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBackup, writeBackup, type Archive } from '@/lib/archive';
import { limits, utf8 } from '@/lib/base';
import { accepted, clock, command, fresh, registrant, request } from '@/tests/support/archive';
import { event, signed } from '@/tests/support/orders';
import { rememberDerivations } from '@/tests/support/remembered-derivations';

rememberDerivations();
const password = 'a long password';

async function bytesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function streamed(bytes: Uint8Array<ArrayBuffer>, size = 70_000): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

async function recordsOf(bytes: Uint8Array<ArrayBuffer>, typed = password): Promise<number> {
  let count = 0;
  for await (const batch of await readBackup(streamed(bytes), typed)) count += batch.length;
  return count;
}

/** Text that gzip can't make smaller, so that the file has several pieces. */
const noise = (length: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => byte.toString(16)).join('');

async function filled(): Promise<Archive> {
  const archive = await fresh();
  await archive.append(command(null, registrant));
  await archive.append(command('order-1', request('order-1'), event('order.signed', signed()), accepted));
  for (let n = 0; n < 20; n++) {
    const statement = noise(32_000);
    await archive.append(
      command('order-1', event('order.not-accepted', { statement, seen: { origin: null } })),
    );
  }
  return archive;
}

function piecesOf(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 64; at < file.length;) {
    const length = new DataView(file.buffer, at + 4).getUint32(0) & 0x7fff_ffff;
    pieces.push(file.slice(at, at + 8 + length));
    at += 8 + length;
  }
  return pieces;
}

const joined = async (...parts: readonly Uint8Array<ArrayBuffer>[]) =>
  new Uint8Array(await new Blob([...parts]).arrayBuffer());

describe('a backup', () => {
  let file: Uint8Array<ArrayBuffer>;
  let pieces: Uint8Array<ArrayBuffer>[];
  const told: (readonly [number, number])[] = [];

  beforeAll(async () => {
    const archive = await filled();
    const stream = await writeBackup(archive, { password, clock, onProgress: (...at) => told.push(at) });
    file = await bytesOf(stream);
    pieces = piecesOf(file);
    archive.close();
  });

  it('is read back whole, and tells how far it is', async () => {
    expect(pieces.length).toBeGreaterThan(2);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(limits.backupChunkBytes + 24);
    expect(await recordsOf(file)).toBe(24);
    expect(told.at(-1)).toEqual([24, 24]);
  });

  it('names what is wrong with it', async () => {
    const at = (change: (bytes: Uint8Array<ArrayBuffer>) => void) => {
      const copy = file.slice();
      change(copy);
      return copy;
    };
    const header = file.slice(0, 64);
    const [one, two, ...rest] = pieces as [
      Uint8Array<ArrayBuffer>,
      Uint8Array<ArrayBuffer>,
      ...typeof pieces,
    ];
    const cases: readonly (readonly [code: string, bytes: Uint8Array<ArrayBuffer>, typed?: string])[] = [
      ['backup/not-a-backup', utf8('PK something else entirely, and quite long enough to hold a header too')],
      ['backup/not-a-backup', new Uint8Array()],
      ['backup/truncated', file.slice(0, 30)],
      ['backup/newer', at((bytes) => (bytes[9] = 2))],
      ['backup/altered', at((bytes) => (bytes[20] = (bytes[20] ?? 0) ^ 1))],
      ['backup/wrong-password', file, 'another password'],
      ['backup/altered', at((bytes) => (bytes[200] = (bytes[200] ?? 0) ^ 1))],
      ['backup/reordered', await joined(header, two, one, ...rest)],
      ['backup/reordered', await joined(header, one, ...rest)],
      ['backup/altered', await joined(file, utf8('more'))],
      ['backup/truncated', file.slice(0, file.length - 1)],
    ];
    for (const [code, bytes, typed] of cases) {
      await expect(recordsOf(bytes, typed), code).rejects.toMatchObject({ code });
    }
  });

  it('that ends after any of its pieces is called truncated, also where the last mark is forged', async () => {
    for (let count = 0; count < pieces.length; count++) {
      const cut = await joined(file.slice(0, 64), ...pieces.slice(0, count));
      await expect(recordsOf(cut)).rejects.toMatchObject({ code: 'backup/truncated' });
      const last = pieces[count - 1];
      if (!last) continue;
      const forged = cut.slice();
      const mark = cut.length - last.length + 4;
      forged[mark] = (forged[mark] ?? 0) | 0x80;
      await expect(recordsOf(forged)).rejects.toMatchObject({ code: 'backup/altered' });
    }
  });

  it('holds nothing that can be read, and needs a password of some length', async () => {
    const text = new TextDecoder('latin1').decode(file);
    for (const word of ['Corner Pharmacy', 'order.signed', 'Oxycodone']) expect(text).not.toContain(word);
    const archive = await fresh();
    await expect(writeBackup(archive, { password: 'short', clock })).rejects.toMatchObject({
      code: 'backup/password-too-short',
    });
  });

  it('put into an empty archive gives the same records; put in again adds none', async () => {
    const archive = await fresh();
    const merge = async () => archive.merge(await readBackup(streamed(file), password));
    expect(await merge()).toEqual({ added: 24, known: 0 });
    expect(await archive.verify()).toMatchObject({ ok: true, events: 24 });
    expect(await archive.order('order-1')).toMatchObject({ phase: 'not-accepted' });
    expect(await merge()).toEqual({ added: 0, known: 24 });
    const cut = readBackup(streamed(file.slice(0, file.length - 100)), password);
    const other = await fresh();
    await expect(other.merge(await cut)).rejects.toMatchObject({ code: 'backup/truncated' });
    expect(await other.verify()).toMatchObject({ ok: true, events: 0 });
  });
});
