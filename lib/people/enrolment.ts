import type { PlainDate } from '@/lib/base';
import { addDays, limits } from '@/lib/base';
import { enrolmentSteps, renewalSteps, type EnrolmentStep, type EnrolmentTick } from './enrolment-step';

/** What is recorded here of people and certificates, as far as it shows how far somebody is. */
export interface EnrolmentFacts {
  readonly today: PlainDate;
  /** Those who sign, or are to sign; nobody who left. */
  readonly signers: readonly {
    readonly id: string;
    /** They signed an order here. */
    readonly hasSigned: boolean;
  }[];
  readonly certificates: readonly {
    readonly sha256: string;
    readonly personId: string;
    readonly registrant: string | null;
    readonly addedOn: PlainDate;
    readonly notAfterDay: PlainDate;
  }[];
  readonly ticks: readonly EnrolmentTick[];
}

export interface EnrolmentList {
  readonly kind: 'first' | 'renewal';
  /** A person's id, or the SHA-256 of the certificate that ends. */
  readonly about: string;
  readonly personId: string;
  readonly steps: readonly {
    readonly step: EnrolmentStep;
    /** `next`: the first one that isn't done. */
    readonly state: 'done' | 'next' | 'open';
    /** Known from what is recorded here, so nobody ticks it. */
    readonly derived: boolean;
    readonly tick: EnrolmentTick | null;
  }[];
}

/**
 * Whoever is on the way to a certificate, and each certificate that ends within 45 days (21 CFR 1311.40) without another one
 * of its holder for that location being here. A list that is done, or long past, isn't shown.
 */
export function enrolmentLists(facts: EnrolmentFacts): EnrolmentList[] {
  return [...firsts(facts), ...renewals(facts)];
}

function firsts({ today, signers, certificates, ticks }: EnrolmentFacts): EnrolmentList[] {
  return signers.flatMap(({ id, hasSigned }) => {
    const own = certificates.filter(({ personId }) => personId === id);
    const newest = own
      .map(({ addedOn }) => addedOn)
      .sort()
      .at(-1);
    if (newest !== undefined && (hasSigned || newest < addDays(today, -limits.enrolmentShownDays))) return [];
    // Once a certificate is here, everything before it has been.
    const until = newest === undefined ? 0 : enrolmentSteps.indexOf('imported') + 1;
    return [
      { kind: 'first' as const, about: id, personId: id, steps: walk(enrolmentSteps, until, id, ticks) },
    ];
  });
}

function renewals({ today, signers, certificates, ticks }: EnrolmentFacts): EnrolmentList[] {
  const ahead = addDays(today, limits.renewalAheadDays);
  return certificates
    .filter(({ personId }) => signers.some(({ id }) => id === personId))
    .filter(({ notAfterDay }) => notAfterDay <= ahead)
    .filter(
      (ending) =>
        !certificates.some(
          ({ personId, registrant, notAfterDay }) =>
            personId === ending.personId &&
            registrant === ending.registrant &&
            notAfterDay > ending.notAfterDay,
        ),
    )
    .map(({ sha256: about, personId }) => ({
      ...{ kind: 'renewal' as const, about, personId },
      steps: walk(renewalSteps, 0, about, ticks),
    }));
}

/** The steps with their state; those before `until` are known to be done. */
function walk(
  steps: readonly EnrolmentStep[],
  until: number,
  about: string,
  ticks: readonly EnrolmentTick[],
): EnrolmentList['steps'] {
  const tickOf = (step: EnrolmentStep) =>
    ticks.find((one) => one.step === step && one.about === about && one.done) ?? null;
  const isDone = (step: EnrolmentStep, at: number) => at < until || tickOf(step) !== null;
  const next = steps.findIndex((step, at) => !isDone(step, at));
  return steps.map((step, at) => ({
    step,
    state: isDone(step, at) ? 'done' : at === next ? 'next' : 'open',
    derived: at < until || isDerived(step),
    tick: tickOf(step),
  }));
}

/** What shows by itself: a certificate that is brought in, an order that is signed. */
function isDerived(step: EnrolmentStep): boolean {
  return step === 'imported' || step === 'first-signature' || step === 'renewal-imported';
}
