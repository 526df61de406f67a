import { CountersignError, limits, utf8, type Clock } from '@/lib/base';
import type { Archive } from '../archive';
import { BytesReader } from './bytes-reader';
import { deriveKey } from './derive-key';
import { writeHeader } from './header';
import { sealPieces } from './pieces';
import { streamOf } from './stream-of';

/** First line of what is sealed; then one line a record, in the order of their chains; then a line that ends it. */
export interface BackupHead {
  readonly kind: 'countersign-backup';
  /** Milliseconds. */
  readonly madeAt: number;
  /** Last record of each chain, for whoever compares. */
  readonly heads: readonly {
    readonly registrant: string;
    readonly station: string;
    readonly seq: number;
    readonly hash: string;
  }[];
}
export interface BackupEnd {
  readonly end: true;
  readonly records: number;
}

type Source = Pick<Archive, 'heads' | 'exportEvents'>;

async function* lines(
  archive: Source,
  clock: Clock,
  onProgress: (done: number, total: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const heads = await archive.heads();
  const total = heads.reduce((sum, { seq }) => sum + seq, 0);
  const head: BackupHead = { kind: 'countersign-backup', madeAt: clock.now(), heads };
  yield utf8(`${JSON.stringify(head)}\n`);
  let records = 0;
  for await (const batch of archive.exportEvents()) {
    yield utf8(batch.map((event) => `${JSON.stringify(event)}\n`).join(''));
    records += batch.length;
    onProgress(records, Math.max(total, records));
  }
  const end: BackupEnd = { end: true, records };
  yield utf8(`${JSON.stringify(end)}\n`);
}

/**
 * All records, encrypted under a password, as a stream: it holds a few pieces at a time, however large the archive is.
 * Private keys lie in another database, of which this knows nothing. Throws `backup/password-too-short`.
 */
export async function writeBackup(
  archive: Source,
  {
    password,
    clock,
    onProgress,
  }: {
    readonly password: string;
    readonly clock: Clock;
    readonly onProgress?: (done: number, total: number) => void;
  },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  if (password.length < limits.backupPasswordMinLength)
    throw new CountersignError('backup/password-too-short', { min: limits.backupPasswordMinLength });
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iterations = limits.vaultIterations;
  const { key, check } = await deriveKey(password, salt, iterations);
  const header = writeHeader({ iterations, salt, check });
  const plain = streamOf(lines(archive, clock, onProgress ?? (() => undefined))).pipeThrough<
    Uint8Array<ArrayBuffer>
  >(new CompressionStream('gzip'));
  async function* file(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    yield header;
    yield* sealPieces(new BytesReader(plain), key, header);
  }
  return streamOf(file());
}
