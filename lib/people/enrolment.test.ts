import { describe, expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import { enrolmentLists, type EnrolmentFacts } from './enrolment';
import type { EnrolmentStep } from './enrolment-step';

const day = (text: string) => text as PlainDate;
const facts: EnrolmentFacts = {
  today: day('2026-11-23'),
  signers: [{ id: 'dana', hasSigned: false }],
  certificates: [],
  ticks: [],
};
const certificate = {
  sha256: 'c1',
  personId: 'dana',
  registrant: 'AP5836727',
  addedOn: day('2026-11-20'),
  notAfterDay: day('2028-01-31'),
};
const tick = (step: EnrolmentStep, about: string, done = true) => ({ step, about, done, at: 1, who: 'dana' });
const states = (lists: ReturnType<typeof enrolmentLists>) =>
  lists.map(({ kind, about, steps }) => [kind, about, steps.map(({ state }) => state).join(' ')]);

describe('the way to a certificate', () => {
  it('begins with the application and goes on where it is ticked', () => {
    expect(states(enrolmentLists(facts))).toEqual([
      ['first', 'dana', 'next open open open open open open open'],
    ]);
    const ticks = [
      tick('application', 'dana'),
      tick('agreement', 'dana'),
      tick('poa-uploaded', 'dana', false),
    ];
    expect(states(enrolmentLists({ ...facts, ticks }))).toEqual([
      ['first', 'dana', 'done next open done open open open open'],
    ]);
    expect(states(enrolmentLists({ ...facts, ticks: [tick('application', 'someone else')] }))).toEqual(
      states(enrolmentLists(facts)),
    );
  });

  it('is past its retrieval once the certificate is here, and over with the first signature', () => {
    const here = { ...facts, certificates: [certificate] };
    expect(states(enrolmentLists(here))).toEqual([
      ['first', 'dana', 'done done done done done done done next'],
    ]);
    expect(enrolmentLists({ ...here, signers: [{ id: 'dana', hasSigned: true }] })).toEqual([]);
    const long = { ...certificate, addedOn: day('2026-01-02') };
    expect(enrolmentLists({ ...facts, certificates: [long] })).toEqual([]);
  });

  it('asks for renewal from 45 days, until another certificate for the same location is here', () => {
    const signed = { ...facts, signers: [{ id: 'dana', hasSigned: true }] };
    const ending = (notAfterDay: string) => ({ ...certificate, notAfterDay: day(notAfterDay) });
    const lists = (...certificates: EnrolmentFacts['certificates'][number][]) =>
      states(enrolmentLists({ ...signed, certificates, ticks: [tick('renewal-application', 'c1')] }));
    expect(lists(ending('2027-01-08'))).toEqual([]);
    expect(lists(ending('2027-01-07'))).toEqual([['renewal', 'c1', 'done next open open']]);
    const next = { ...certificate, sha256: 'c2' };
    expect(lists(ending('2027-01-07'), next)).toEqual([]);
    expect(lists(ending('2027-01-07'), { ...next, registrant: 'BC1234563' })).toHaveLength(1);
    expect(enrolmentLists({ ...signed, signers: [], certificates: [ending('2027-01-07')] })).toEqual([]);
  });
});
