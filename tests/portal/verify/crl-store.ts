import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openssl } from './openssl';

const FETCH_MS = 5_000;

export interface CrlStore {
  /** PEM of the list at an address: fetched now, or the last one fetched while it hasn't ended. Null: neither. */
  get(url: string, workDir: string, now: number): Promise<string | null>;
}

async function download(url: string): Promise<Buffer | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) });
    return response.ok ? Buffer.from(await response.arrayBuffer()) : null;
  } catch (error) {
    // fetch reports an unreachable host as TypeError and a slow one as TimeoutError: for the order both mean no list.
    if (error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError')) return null;
    throw error;
  }
}

/** A revocation list may be kept until it ends (21 CFR 1311.55(c)(8)). */
export function makeCrlStore(): CrlStore {
  const kept = new Map<string, { readonly pem: string; readonly until: number }>();
  return {
    async get(url, workDir, now) {
      const der = await download(url);
      if (der) {
        await writeFile(join(workDir, 'one.crl'), der);
        const read = await openssl(['crl', '-inform', 'DER', '-in', 'one.crl', '-nextupdate'], workDir);
        const until = Date.parse(/nextUpdate=(.+)/.exec(read.out)?.[1] ?? '');
        const pem = /-----BEGIN X509 CRL-----[^]+?-----END X509 CRL-----\n?/.exec(read.out)?.[0];
        if (read.ok && pem) {
          kept.set(url, { pem, until });
          return pem;
        }
      }
      const last = kept.get(url);
      return last && now < last.until ? last.pem : null;
    },
  };
}
