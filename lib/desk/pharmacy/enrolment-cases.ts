import type { Envelope } from '@/lib/archive';
import { CountersignError, legalDay } from '@/lib/base';
import { enrolmentLists, mayDo } from '@/lib/people';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { registrantNamed } from '../registrants';
import { certificateOf } from '../stored-certificates';
import type { PharmacyCases } from './views';

/** How many of the newest orders are looked at for who signed; an older signature means that the way is long behind. */
const RECENT_ORDERS = 30;

/** The way to a certificate, and to the next one, as checklists. */
export function enrolmentCases(ports: DeskPorts): Pick<PharmacyCases, 'enrolment' | 'tickStep'> {
  const { archive } = ports;

  async function signersOfLate(): Promise<ReadonlySet<string>> {
    const signed = (await archive.orders({ limit: RECENT_ORDERS })).filter(({ kind }) => kind === 'signed');
    const events = await Promise.all(signed.map(({ orderId }) => archive.events(orderId)));
    const acts = events
      .flat()
      .filter((event): event is Envelope<'order.signed'> => event.type === 'order.signed');
    return new Set(acts.map(({ who }) => who));
  }

  return {
    async enrolment() {
      const { directory, today, zone } = await situation(ports);
      const haveSigned = await signersOfLate();
      const signers = directory.people
        .filter(({ role, left }) => left === undefined && mayDo(role, 'sign-order'))
        .map(({ id }) => ({ id, hasSigned: haveSigned.has(id) }));
      const certificates = directory.certificates
        .filter(({ keyRemoved, keyOn }) => keyRemoved !== true && keyOn?.length !== 0)
        .map((known) => ({
          sha256: known.sha256,
          personId: known.personId,
          registrant: known.registrant ?? null,
          addedOn: legalDay(known.addedAt, zone),
          notAfterDay: legalDay(certificateOf(known).notAfter, zone),
        }));
      const names = new Map(directory.people.map(({ id, name }) => [id, name]));
      return enrolmentLists({ today, signers, certificates, ticks: directory.enrolment }).map(
        ({ kind, about, personId, steps }) => {
          const ending = certificates.find(({ sha256 }) => sha256 === about);
          return {
            kind,
            about,
            personName: names.get(personId) ?? '',
            registrantName: registrantNamed(directory, ending?.registrant ?? null)?.name ?? null,
            validUntil: ending?.notAfterDay ?? null,
            steps: steps.map(({ tick, ...step }) => ({
              ...step,
              note: tick && { at: tick.at, who: names.get(tick.who) ?? '' },
            })),
          };
        },
      );
    },

    async tickStep({ step, about, done }) {
      const { person } = await situation(ports);
      if (!person) throw new CountersignError('people/nobody-signed-in');
      await archive.append({
        commandId: crypto.randomUUID(),
        who: person.id,
        orderId: null,
        events: [{ type: 'enrolment.step', payload: { step, about, done } }],
      });
    },
  };
}
