import type { ShelvedList } from '@/lib/archive';
import { CountersignError, finding, limits, type Finding } from '@/lib/base';
import { crlCovers, parseCrl, type Certificate, type ParsedCrl } from '@/lib/pki';
import type { DeskPorts } from '../ports';
import { fetchList, isFetchable } from './fetch-list';
import { readListFile } from './read-list-file';
import { shelveList } from './shelve-list';
import { isCurrent } from './timeliness';

const RULE = '21 CFR 1311.55(c)';

export interface FetchOptions {
  /** Also what is current here, as somebody pressed the button. */
  readonly again?: boolean;
  /** Also what ends soon, so that nobody waits for it later. */
  readonly ahead?: boolean;
}

/** Revocation lists as a validation needs them: from the shelf until their nextUpdate (RFC 5280 5.1.2.5), then fetched anew. */
export interface CrlStore {
  /** Every list on the shelf. One that ended goes along: it still names what was revoked. */
  shelved(): Promise<{ readonly crls: readonly ParsedCrl[]; readonly findings: readonly Finding[] }>;
  /** Fetches what these certificates' distribution points publish and isn't current here; what can't be had is a finding. */
  fetchFor(certificates: readonly Certificate[], options?: FetchOptions): Promise<readonly Finding[]>;
}

type Ports = Pick<DeskPorts, 'archive' | 'clock' | 'listHosts'>;

export function createCrlStore({ archive, clock, listHosts }: Ports): CrlStore {
  const parsed = new Map<string, { readonly stamp: string; readonly crl: ParsedCrl }>();
  const failed = new Map<string, { readonly at: number; readonly finding: Finding }>();

  async function parsedOf(row: ShelvedList): Promise<ParsedCrl> {
    const stamp = [row.number, row.thisUpdate, row.fetchedAt].join(' ');
    const known = parsed.get(row.scope);
    if (known?.stamp === stamp) return known.crl;
    const crl = parseCrl((await archive.lists.bytes(row.scope)) ?? new Uint8Array());
    parsed.set(row.scope, { stamp, crl });
    return crl;
  }

  /** One address, one fetch at a time over all windows: who waited finds what the one before it brought. */
  async function fetchOne(
    url: string,
    more: readonly Certificate[],
    { again = false, ahead = false }: FetchOptions,
  ): Promise<readonly Finding[]> {
    const asked = clock.now();
    return listHosts.inTurn(`list ${url}`, async () => {
      const now = clock.now();
      const known = await archive.lists.forUrl(url);
      if (again ? known.some(({ fetchedAt }) => fetchedAt >= asked) : isHere(known, now, ahead)) return [];
      const before = failed.get(url);
      if (before && !again && now - before.at < limits.crlRetryMs) return [before.finding];
      failed.delete(url);
      try {
        const bytes = await fetchList(listHosts, url);
        const crl = readListFile(bytes);
        requireOwn(crl, url, more);
        await shelveList({ archive, clock }, crl, { source: { kind: 'fetched', url }, more });
        return [];
      } catch (error) {
        const fault = warningOf(error);
        // Leave to fetch may be given at any moment; a host that is down isn't asked again for every keystroke.
        if (fault.code !== 'crl/no-permission') failed.set(url, { at: now, finding: fault });
        return [fault];
      }
    });
  }

  return {
    async shelved() {
      const rows = await archive.lists.all();
      const read = await Promise.allSettled(rows.map(parsedOf));
      return {
        crls: read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
        findings: read.flatMap((one) => (one.status === 'rejected' ? [warningOf(one.reason)] : [])),
      };
    },

    async fetchFor(certificates, options = {}) {
      const urls = new Set(certificates.flatMap(({ crlUrls }) => crlUrls.filter(isFetchable)));
      const got = await Promise.all([...urls].map((url) => fetchOne(url, certificates, options)));
      return [...got.flat(), ...certificates.flatMap(unfetchable)];
    },
  };
}

/**
 * Addresses are plain HTTP: another list of a trusted CA in the place of this one, such as the root's own that serves for
 * months, must not pass for what the address publishes, or nobody would ask there again.
 */
function requireOwn(crl: ParsedCrl, url: string, certificates: readonly Certificate[]): void {
  if (crl.isDelta) throw new CountersignError('crl/delta-alone');
  if (!certificates.some((one) => one.crlUrls.includes(url) && crlCovers(crl, one)))
    throw new CountersignError('crl/out-of-scope');
}

/** Any list of an address will do: a CA that changes its partitions leaves the former ones behind. */
function isHere(known: readonly ShelvedList[], now: number, ahead: boolean): boolean {
  return known.some((list) => isCurrent(list, now, ahead));
}

/** A certificate whose only distribution points no browser can reach: said plainly, with what can be done. */
function unfetchable({ crlUrls }: Certificate): readonly Finding[] {
  const [url] = crlUrls;
  if (url === undefined || crlUrls.some(isFetchable)) return [];
  return [finding('warns', 'crl/address-not-web', { params: { url }, rule: RULE })];
}

/** A list that can't be had never blocks by itself; anything but our own errors is a fault of the program and rises. */
function warningOf(error: unknown): Finding {
  if (!(error instanceof CountersignError)) throw error;
  return finding('warns', error.code, { params: error.params, rule: RULE });
}
