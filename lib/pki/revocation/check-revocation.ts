import { finding, type Finding } from '@/lib/base';
import { ALL_REASONS } from '../certificate/reasons';
import { x509Of } from '../certificate/x509';
import type { ParsedCrl } from '../crl/parse-crl';
import { dayOf, nameOf } from '../path/path-input';
import type { Certificate } from '../types';
import { concerns, coveredReasons } from './covered-reasons';
import { objectionToSigner, type Objection } from './find-signer';
import { updates } from './follows';
import type { RevocationContext } from './revocation-context';
import { isHold, revokingEntry, type Word } from './revoking-entry';
import { untimely } from './untimely';

export type { RevocationContext } from './revocation-context';

export interface Standing {
  /** True only where current, rightly signed lists cover the certificate for every reason and none names it. */
  readonly checked: boolean;
  readonly findings: readonly Finding[];
}

interface Judged extends Word {
  readonly late: Objection | null;
}

const RULE = '21 CFR 1311.55(c)';
/** CRLReason where an entry gives none (RFC 5280 5.3.1). */
const UNSPECIFIED = 0;

/**
 * Looks one certificate up in the lists, as it stood at `at` (RFC 5280 6.3; 21 CFR 1311.50). A list that names it decides,
 * whatever the others say; its finding's params tell which certificate (`sha256`) for which CRLReason. Unknown status is a
 * finding that warns, with the reason why each list was not used.
 */
export async function checkRevocation(
  certificate: Certificate,
  issuer: Certificate,
  context: RevocationContext,
): Promise<Standing> {
  const objections: Objection[] = [];
  const lists: Judged[] = [];
  for (const crl of context.crls) {
    if (!concerns(crl, certificate)) continue;
    const judged = await judgeList(crl, certificate, issuer, context);
    if ('code' in judged) objections.push(judged);
    else lists.push(judged);
  }
  const subject = nameOf(certificate);
  const revoking = lists.flatMap((list) => revokingEntry(list, lists, context.at) ?? []);
  const entry = revoking.find((one) => !isHold(one)) ?? revoking[0];
  if (entry) {
    const date = dayOf(entry.revokedAt);
    const params = { subject, date, sha256: certificate.sha256, reason: entry.reason ?? UNSPECIFIED };
    return { checked: true, findings: [finding('blocks', 'certificate/revoked', { params, rule: RULE })] };
  }

  const covered = lists.reduce((sum, list) => (answers(list, lists) ? sum | list.reasons : sum), 0);
  if (covered === ALL_REASONS) return { checked: true, findings: [] };
  if (covered !== 0) objections.push({ code: 'crl/reasons-not-covered', params: { subject } });
  objections.push(...lists.flatMap((list) => objectionToUse(list, lists) ?? []));
  objections.push({ code: 'certificate/status-unknown', params: { subject, issuer: nameOf(issuer) } });
  return { checked: false, findings: unique(objections) };
}

/** What a list says about the certificate, or why it says nothing. */
async function judgeList(
  crl: ParsedCrl,
  certificate: Certificate,
  issuer: Certificate,
  context: RevocationContext,
): Promise<Judged | Objection> {
  if (crl.hasUnknownCritical) return { code: 'crl/unknown-extension' };
  const reasons = coveredReasons(crl, certificate);
  if (reasons === 0) return { code: 'crl/out-of-scope' };
  const objection = await objectionToSigner(crl, certificate, issuer, context);
  if (objection !== null) return objection;
  const { at } = context;
  const late = untimely(crl, certificate, context);
  const date = dayOf(late === 'crl/expired' ? (crl.nextUpdate ?? crl.thisUpdate) : crl.thisUpdate);
  return {
    crl,
    reasons,
    entries: crl.findAll(certificate.serial, x509Of(certificate).issuer.key),
    isCurrent: untimely(crl, certificate, { at }) === null,
    late: late === null ? null : { code: late, params: { date } },
  };
}

/** Whether a complete list tells that the certificate isn't revoked: by its own date or by that of a delta that updates it. */
function answers(list: Judged, lists: readonly Judged[]): boolean {
  if (list.crl.isDelta) return false;
  if (list.late === null) return true;
  return (
    list.late.code === 'crl/expired' && lists.some(({ crl, late }) => late === null && updates(crl, list.crl))
  );
}

function objectionToUse(list: Judged, lists: readonly Judged[]): Objection | null {
  if (list.late !== null) return answers(list, lists) ? null : list.late;
  if (!list.crl.isDelta || lists.some(({ crl }) => updates(list.crl, crl))) return null;
  return { code: 'crl/delta-alone' };
}

/** One finding for each reason, also where several lists gave the same. */
function unique(objections: readonly Objection[]): Finding[] {
  const byText = new Map(objections.map((one) => [JSON.stringify(one), one]));
  return [...byText.values()].map(({ code, params = {} }) => finding('warns', code, { params, rule: RULE }));
}
