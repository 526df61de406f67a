import { limits } from '@/lib/base';
import { trustIn } from '../trust-contents';
import type { SeenOrder, Trust, Verdict } from '../types';
import { VerifierError } from '../verifier-error';
import { verifyOrder } from '../verify-order';
import type { FileOutcome } from './exit-codes';
import type { Options } from './options';
import { findOrders, readBytes, readSeen } from './read-files';

/** One file's answer: a verdict, or why the file couldn't be read. */
export interface FileResult {
  readonly file: string;
  readonly outcome: FileOutcome;
  readonly verdict: Verdict | null;
  readonly error: string | null;
}

export interface Run {
  readonly trust: Trust;
  readonly results: readonly FileResult[];
}

/**
 * Verifies file after file; `progress` hears after each one. A number that a valid order of this run carries is used for the
 * following ones. Throws `VerifierError` where what is common to all can't be used.
 */
export async function verifyFiles(
  options: Options,
  progress: (done: number, count: number) => void,
): Promise<Run> {
  const trust = trustOf(options);
  const content = options.content === null ? null : readBytes(options.content, limits.documentMaxBytes);
  const known = options.seen === null ? null : readSeen(options.seen);
  const files = findOrders(options.orders);
  const taken: SeenOrder[] = [];
  const results: FileResult[] = [];
  for (const file of files) {
    const seen = known === null && taken.length === 0 ? null : [...(known ?? []), ...taken];
    const result = await verifyFile(file, { options, trust, content, seen });
    results.push(result);
    const order = result.verdict?.valid ? result.verdict.order : null;
    if (order) taken.push({ number: order.number, purchaserDea: order.purchaser.deaNumber });
    progress(results.length, files.length);
  }
  return { trust, results };
}

interface Common {
  readonly options: Options;
  readonly trust: Trust;
  readonly content: Uint8Array | null;
  readonly seen: readonly SeenOrder[] | null;
}

async function verifyFile(file: string, { options, trust, content, seen }: Common): Promise<FileResult> {
  try {
    const { verdict } = await verifyOrder({
      message: readBytes(file, limits.signedOrderMaxBytes),
      trust,
      ...(content === null ? {} : { content }),
      ...(options.receivedAt === null ? {} : { receivedAt: options.receivedAt }),
      ...(options.supplierDea === null ? {} : { supplierDea: options.supplierDea }),
      ...(seen === null ? {} : { seen }),
    });
    return { file, outcome: verdict.outcome, verdict, error: null };
  } catch (error) {
    if (error instanceof VerifierError)
      return { file, outcome: 'unreadable', verdict: null, error: error.message };
    throw error;
  }
}

function trustOf({ roots, authorities, crls }: Options): Trust {
  const read = (files: readonly string[]) =>
    files.map((name) => ({ name, bytes: readBytes(name, limits.crlMaxBytes) }));
  return trustIn({ roots: read(roots), authorities: read(authorities), crls: read(crls) });
}
