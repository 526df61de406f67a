import { CountersignError, finding, limits, type Finding } from '@/lib/base';
import { parseCrl, type Certificate, type ParsedCrl } from '@/lib/pki';
import type { DeskPorts } from './ports';

/** Revocation lists by address, each kept until its nextUpdate (RFC 5280 5.1.2.5; 21 CFR 1311.55(c) wants it looked up). */
export interface CrlStore {
  /** The lists for a path; what can't be had is a finding that warns, never silence. */
  forPath(
    certificates: readonly Certificate[],
  ): Promise<{ readonly crls: readonly ParsedCrl[]; readonly findings: readonly Finding[] }>;
}

export function createCrlStore({ fetchBytes, clock }: Pick<DeskPorts, 'fetchBytes' | 'clock'>): CrlStore {
  const kept = new Map<string, ParsedCrl>();

  /** A list that ended and can't be fetched anew still names what was revoked: it goes along with the finding. */
  async function at(url: string): Promise<readonly (ParsedCrl | Finding)[]> {
    const known = kept.get(url);
    if (known && (known.nextUpdate ?? 0) > clock.now()) return [known];
    try {
      const bytes = await fetchBytes(url);
      if (bytes.length > limits.crlMaxBytes)
        throw new CountersignError('crl/malformed', { detail: 'it is too large' });
      const crl = parseCrl(bytes);
      kept.set(url, crl);
      return [crl];
    } catch (error) {
      const unread =
        error instanceof CountersignError
          ? error.fault
          : { code: 'crl/unreachable' as const, params: { url } };
      const fault = finding('warns', unread.code, { params: unread.params, rule: '21 CFR 1311.55(c)' });
      return known ? [known, fault] : [fault];
    }
  }

  return {
    async forPath(certificates) {
      const urls = new Set(certificates.flatMap(({ crlUrls }) => crlUrls));
      const got = (await Promise.all([...urls].map(at))).flat();
      return {
        crls: got.filter((item): item is ParsedCrl => !('severity' in item)),
        findings: got.filter((item): item is Finding => 'severity' in item),
      };
    },
  };
}
