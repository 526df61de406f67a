import { CountersignError, limits } from '@/lib/base';
import { BytesReader } from './bytes-reader';
import { deriveKey } from './derive-key';
import { HEADER_BYTES, readHeader } from './header';
import { openPieces } from './pieces';
import { streamOf } from './stream-of';

const BATCH = 200;

/** JSON lines of a stream of text, each parsed. */
async function* jsonLines(texts: AsyncIterable<string>): AsyncGenerator<unknown> {
  let rest = '';
  let line = 0;
  for await (const text of texts) {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > limits.backupRecordMaxBytes)
      throw new CountersignError('archive/record-malformed', { place: line, detail: 'length' });
    for (const part of parts) yield parsed(part, line++);
  }
  if (rest !== '') yield parsed(rest, line);
}

function parsed(text: string, place: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CountersignError('archive/record-malformed', { place, detail: 'JSON' }, { cause: error });
  }
}

async function* textsOf(plain: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = plain
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true }))
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    if (error instanceof CountersignError) throw error;
    throw new CountersignError('backup/altered', { piece: 0 }, { cause: error });
  } finally {
    reader.releaseLock();
  }
}

function isEnd(line: unknown): line is { readonly end: true; readonly records: number } {
  return typeof line === 'object' && line !== null && 'end' in line && 'records' in line;
}

/**
 * The records of a backup, in batches, for `Archive.merge`: whatever is wrong with the file is thrown before the last batch
 * ends, and a merge that meets it takes nothing. The password is tried at once. Throws `backup/not-a-backup`,
 * `backup/newer`, `backup/wrong-password`, `backup/truncated`, `backup/reordered`, `backup/altered`; while it is read also
 * `archive/record-malformed`.
 */
export async function readBackup(
  file: ReadableStream<Uint8Array<ArrayBuffer>>,
  password: string,
): Promise<AsyncIterable<readonly unknown[]>> {
  const sealed = new BytesReader(file);
  const header = await sealed.take(HEADER_BYTES);
  const { salt, iterations, check } = readHeader(header);
  const derived = await deriveKey(password, salt, iterations);
  if (derived.check.some((byte, index) => byte !== check[index])) {
    await sealed.cancel();
    throw new CountersignError('backup/wrong-password');
  }
  return batches(openPieces(sealed, derived.key, header));
}

async function* batches(
  pieces: AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined>,
): AsyncGenerator<readonly unknown[]> {
  let batch: unknown[] = [];
  let records = 0;
  let ended = false;
  let isFirst = true;
  for await (const line of jsonLines(textsOf(streamOf(pieces)))) {
    if (isFirst) {
      isFirst = false;
      if (typeof line === 'object' && line !== null && 'kind' in line && line.kind === 'countersign-backup')
        continue;
      throw new CountersignError('backup/not-a-backup');
    }
    if (isEnd(line)) {
      ended = line.records === records;
      continue;
    }
    records++;
    batch.push(line);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (!ended) throw new CountersignError('backup/truncated', { pieces: 0 });
  if (batch.length > 0) yield batch;
}
