import { sha256Hex } from '@/lib/base';
import type { OrderVerdict } from '@/lib/intake';
import type { Certificate } from '@/lib/pki';
import { say } from '@/lib/words/verifier';
import type { SignerFacts, Verdict } from './types';

/** The verdict as it is handed out: plain values, times in ISO 8601. */
export function toVerdict(judged: OrderVerdict): Verdict {
  const { outcome, valid, checks, order } = judged;
  return {
    outcome,
    valid,
    checks,
    reasons: judged.findings.map(({ check, severity, code, params, field, rule }) => ({
      check,
      severity,
      code,
      sentence: say.loose(code, params),
      params,
      field,
      rule,
    })),
    signer: judged.signer === null ? null : factsOf(judged.signer),
    signingTime: isoTime(judged.signingTime),
    statusAt: isoTime(judged.statusAt),
    contentSha256: judged.content === null ? null : sha256Hex(judged.content),
    order,
  };
}

function factsOf(signer: Certificate): SignerFacts {
  const { commonName, subject, issuer, serial, sha256, dea } = signer;
  return {
    commonName,
    subject,
    issuer,
    serial,
    sha256,
    notBefore: new Date(signer.notBefore).toISOString(),
    notAfter: new Date(signer.notAfter).toISOString(),
    registrantName: dea?.registrantName ?? null,
    businessActivity: dea?.businessActivity ?? null,
    address: dea?.address ?? null,
    schedules: dea?.schedules ?? null,
  };
}

function isoTime(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
