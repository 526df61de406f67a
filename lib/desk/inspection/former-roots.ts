import type { Archive } from '@/lib/archive';
import { fromBase64 } from '@/lib/base';
import { parseCertificate, type Certificate } from '@/lib/pki';

/** A root that was trusted here once. */
export interface FormerRoot {
  readonly certificate: Certificate;
  /** When somebody took the trust back, milliseconds, and who; null where a computer that is merged in never did. */
  readonly removed: { readonly at: number; readonly personId: string } | null;
}

/**
 * Every root that anybody here ever trusted, by fingerprint: what was signed under one that was removed since still leads to
 * it. Read from the records themselves, since the directory holds what is trusted now; only where it is needed, as it reads
 * them all.
 */
export async function formerRoots({
  exportEvents,
}: Pick<Archive, 'exportEvents'>): Promise<ReadonlyMap<string, FormerRoot>> {
  const roots = new Map<string, Certificate>();
  const removed = new Map<string, { at: number; personId: string }>();
  for await (const batch of exportEvents())
    for (const event of batch) {
      if (event.type === 'root.trusted') {
        const root = parseCertificate(fromBase64(event.payload.root.der));
        roots.set(root.sha256, root);
      }
      if (event.type !== 'root.removed') continue;
      const at = event.time[0];
      if (at >= (removed.get(event.payload.sha256)?.at ?? 0))
        removed.set(event.payload.sha256, { at, personId: event.who });
    }
  return new Map(
    [...roots].map(([sha256, certificate]) => [
      sha256,
      { certificate, removed: removed.get(sha256) ?? null },
    ]),
  );
}
