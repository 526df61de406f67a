import type { Directory } from '@/lib/archive';
import { CountersignError, faultOf, legalDay, type Fault } from '@/lib/base';
import type { HostToken } from '@/lib/host';
import { keyAlgorithm, type Certificate } from '@/lib/pki';
import { requireUsable } from '../standing-at-import';
import { readToken } from './read-token';
import type { TokenView } from './views';

interface Moment {
  readonly directory: Directory;
  readonly zone: string;
  readonly now: number;
}

/** A token as people are shown it. What a chain and its lists say is asked once a certificate is chosen. */
export function tokenView(token: HostToken, { directory, zone, now }: Moment): TokenView {
  const { serial, label, manufacturer, model, hardware, firmware, claimsFips, flags } = token;
  return {
    name: { serial, label, manufacturer, model },
    hardware,
    firmware,
    claimsFips,
    flags,
    certificates: readToken(token)
      .filter(({ isCa }) => !isCa)
      .map((certificate) => ({
        sha256: certificate.sha256,
        commonName: certificate.commonName,
        registrantName: certificate.dea?.registrantName ?? null,
        schedules: certificate.dea?.schedules ?? [],
        validUntil: legalDay(certificate.notAfter, zone),
        // One whose key was deleted here may go on with its token.
        known: directory.certificates.some(
          ({ sha256, keyRemoved }) => sha256 === certificate.sha256 && keyRemoved !== true,
        ),
        hasKey: token.certificates.find(({ sha256 }) => sha256 === certificate.sha256)?.hasKey ?? null,
        unfit: unfit(certificate, now, zone),
      })),
  };
}

function unfit(certificate: Certificate, now: number, zone: string): Fault | null {
  try {
    requireUsable(certificate, now, zone);
    keyAlgorithm(certificate);
    return null;
  } catch (error) {
    if (error instanceof CountersignError) return faultOf(error);
    throw error;
  }
}
