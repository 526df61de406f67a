import { CountersignError, finding, type Finding } from '@/lib/base';
import type { Order } from '@/lib/order';
import { kindFindings, verifyCms, type Certificate, type CmsVerdict } from '@/lib/pki';
import { judgeCertificate, pathAt } from './judge-certificate';
import { judgeRegistration, judgeSchedules } from './judge-eligibility';
import { judgeFields } from './judge-fields';
import { judgeNumber, judgeSupplier } from './judge-own-records';
import { judgeRevocation } from './judge-revocation';
import { judgeSigningTime } from './judge-signing-time';
import { readOrder } from './read-order';
import {
  orderChecks,
  type CheckResult,
  type Judged,
  type OrderCheck,
  type OrderOutcome,
  type OrderVerdict,
  type VerifyOrderInput,
} from './types';

const NOT_CHECKED: Judged = { result: 'not-checked', findings: [] };
const NOT_ASKED: Judged = { result: 'not-asked', findings: [] };

/** What is known of an order besides the checks. */
type Facts = Pick<OrderVerdict, 'signer' | 'path' | 'signingTime' | 'statusAt' | 'content' | 'order'>;
type Checked = Partial<Record<OrderCheck, Judged>>;

/**
 * Judges a signed order as 21 CFR 1311.55(c) asks of whoever receives it: altered or not, signature, certificates when it was
 * signed, revocation, registration, schedules, the fields of 1305.21(b). Every reason is told; what couldn't be judged is
 * `not-checked` and never valid. Never throws for what a message holds.
 */
export async function verifyOrder(input: VerifyOrderInput): Promise<OrderVerdict> {
  const cms = await verifyCms(input.message, input.content === undefined ? {} : { content: input.content });
  const { signer } = cms;
  const facts: Facts = {
    signer: cms.valid ? signer : null,
    path: [],
    signingTime: cms.valid ? cms.signingTime : null,
    statusAt: null,
    content: cms.valid ? cms.content : null,
    order: null,
  };
  if (!cms.valid || signer === null || cms.content === null)
    return conclude(facts, { signature: judgeSignature(cms) }, input);

  const reading = readOrder(cms.content);
  const order = reading.kind === 'order' ? reading.order : null;
  const fields: Judged =
    reading.kind === 'order'
      ? judgeFields(reading.order, cms.signingTime)
      : {
          result: reading.kind === 'defective' ? 'failed' : 'not-checked',
          findings: [reading.finding],
        };
  const trust = await judgeTrust(signer, cms, input);
  return conclude(
    { ...facts, ...trust.facts, order },
    {
      signature: { result: 'held', findings: [] },
      'signing-time': judgeSigningTime(cms.signingTime, input),
      ...trust.checks,
      profile: judgeKind(signer),
      fields,
      ...(order === null ? {} : judgeContents(signer, order, input)),
    },
    input,
  );
}

function judgeSignature({ fault }: CmsVerdict): Judged {
  const code = fault?.code ?? 'cms/malformed';
  const more = { params: fault?.params ?? {}, rule: '21 CFR 1311.55(c)(4)' };
  // A signature without the order that was signed is neither good nor bad.
  if (code === 'cms/content-missing')
    return { result: 'not-checked', findings: [finding('warns', code, more)] };
  const rule = code === 'cms/content-changed' ? '21 CFR 1311.55(c)(3)' : more.rule;
  return { result: 'failed', findings: [finding('blocks', code, { ...more, rule })] };
}

async function judgeTrust(
  signer: Certificate,
  { signingTime, certificates }: CmsVerdict,
  input: VerifyOrderInput,
): Promise<{ checks: Checked; facts: Partial<Facts> }> {
  const now = input.clock.now();
  const signedAt = signingTime ?? input.receivedAt ?? now;
  try {
    const atSigning = await pathAt(signer, certificates, input, signedAt);
    const certificate = judgeCertificate(atSigning, now);
    const revocation = await judgeRevocation(signer, certificates, atSigning, signedAt, input);
    const statusAt = revocation.result === 'not-checked' ? null : revocation.at;
    return { checks: { certificate, revocation }, facts: { path: atSigning.path, statusAt } };
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    const fault = finding('blocks', error.code, { params: error.params, rule: '21 CFR 1311.55(c)(7)' });
    return { checks: { certificate: { result: 'failed', findings: [fault] } }, facts: {} };
  }
}

function judgeKind(signer: Certificate): Judged {
  const findings: Finding[] = kindFindings(signer);
  return { result: findings.length > 0 ? 'failed' : 'held', findings };
}

function judgeContents(signer: Certificate, order: Order, input: VerifyOrderInput): Checked {
  const own = { supplier: judgeSupplier(order, input), number: judgeNumber(order, input) };
  // A certificate without any of DEA's extensions was refused for that already.
  if (signer.dea === null) return own;
  return { ...own, registration: judgeRegistration(signer, order), schedules: judgeSchedules(signer, order) };
}

function conclude(facts: Facts, checked: Checked, { supplierDea, seen }: VerifyOrderInput): OrderVerdict {
  const unless = (check: OrderCheck): Judged =>
    (check === 'supplier' && supplierDea === null) || (check === 'number' && seen === null)
      ? NOT_ASKED
      : NOT_CHECKED;
  const judged = orderChecks.map((check) => [check, checked[check] ?? unless(check)] as const);
  const outcome = outcomeOf(judged.map(([, { result }]) => result));
  return {
    ...facts,
    outcome,
    valid: outcome === 'valid',
    checks: Object.fromEntries(judged.map(([check, { result }]) => [check, result])) as Record<
      OrderCheck,
      CheckResult
    >,
    findings: judged.flatMap(([check, { findings }]) => findings.map((one) => ({ ...one, check }))),
  };
}

function outcomeOf(results: readonly CheckResult[]): OrderOutcome {
  if (results.includes('failed')) return 'invalid';
  return results.includes('not-checked') ? 'undecided' : 'valid';
}
