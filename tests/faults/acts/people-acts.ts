import { utf8 } from '@/lib/base';
import { checkPin, type Role } from '@/lib/people';
import { START } from '../../desk/desk-pki';
import { day, unless, type MortalAct, type MortalWorld } from './mortal-act';

const STRANGERS_PIN = '1357';
const letter = { schedules: ['2'], since: day('2026-01-01'), until: null } as const;

const held = { reason: 'An inspection is under way' };

const add = ({ desk }: MortalWorld, role: Role = 'technician') =>
  desk.addPerson({ name: 'Lee Park', role, pin: STRANGERS_PIN });

async function granted({ desk, actor }: MortalWorld) {
  const registrant = (await desk.registrant())?.deaNumber;
  if (!registrant) throw new Error('no registrant');
  return { ...letter, registrant, personId: actor.personId };
}

/** Somebody with a letter who left: DEA must be told (1311.45(a)). */
async function leftWithDuty(mortal: MortalWorld): Promise<string> {
  const { desk, actor } = mortal;
  const { id } = await add(mortal, 'signer');
  const given = { ...(await granted(mortal)), personId: id };
  await desk.grantPoa({ commandId: 'poa', ...actor, letter: given, file: null });
  await desk.removePerson({ commandId: 'left', ...actor, leaver: id, at: START });
  return (await desk.duties())[0]?.id ?? '';
}

/** Staff, letters, duties, what a pharmacy decides for itself. */
export const peopleActs: readonly MortalAct[] = [
  {
    name: 'add a person',
    of: ['addPerson'],
    begin: ({ pageOn }) =>
      Promise.resolve((archive) => {
        const desk = pageOn(archive);
        const isThere = desk.people().then((all) => all.some(({ name }) => name === 'Lee Park'));
        return unless(isThere, () =>
          desk.addPerson({ name: 'Lee Park', role: 'technician', pin: STRANGERS_PIN }),
        );
      }),
  },
  {
    name: 'let a person go',
    of: ['removePerson'],
    async begin(mortal) {
      const { id } = await add(mortal);
      return (archive) =>
        mortal.pageOn(archive).removePerson({ commandId: 'left', ...mortal.actor, leaver: id, at: START });
    },
  },
  {
    name: 'change one’s PIN',
    of: ['changePin'],
    async begin(mortal) {
      const { id } = await add(mortal);
      return (archive) => {
        const isThere = archive.directory().then(({ people }) => {
          const pin = people.find((person) => person.id === id)?.pin;
          return pin ? checkPin('8642', pin) : false;
        });
        const change = { personId: id, pin: STRANGERS_PIN, newPin: '8642' };
        return unless(isThere, () => mortal.pageOn(archive).changePin(change));
      };
    },
  },
  {
    name: 'give somebody a new PIN',
    of: ['resetPin'],
    async begin(mortal) {
      const { id } = await add(mortal);
      return (archive) =>
        mortal.pageOn(archive).resetPin({ commandId: 'reset', ...mortal.actor, of: id, newPin: '8642' });
    },
  },
  {
    name: 'grant a power of attorney',
    of: ['grantPoa'],
    async begin(mortal) {
      const given = await granted(mortal);
      const file = { name: 'letter.pdf', type: 'application/pdf', bytes: utf8('%PDF-1.4') };
      return (archive) =>
        mortal.pageOn(archive).grantPoa({ commandId: 'poa', ...mortal.actor, letter: given, file });
    },
  },
  {
    name: 'revoke a power of attorney',
    of: ['revokePoa'],
    async begin(mortal) {
      const given = await granted(mortal);
      await mortal.desk.grantPoa({ commandId: 'poa', ...mortal.actor, letter: given, file: null });
      const revoked = { id: 'poa', on: day('2026-11-23'), reason: 'Works elsewhere now', file: null };
      return (archive) =>
        mortal.pageOn(archive).revokePoa({ commandId: 'revoke', ...mortal.actor, ...revoked });
    },
  },
  {
    name: 'report a key that others may know',
    of: ['reportKeyCompromised'],
    async begin(mortal) {
      const { actor, pageOn } = mortal;
      const certificate = await mortal.importPfx('full');
      const report = { certificate, substantiatedAt: START, note: 'The USB stick is gone' };
      return (archive) => pageOn(archive).reportKeyCompromised({ commandId: 'report', ...actor, ...report });
    },
  },
  {
    name: 'note that a duty is done',
    of: ['settleDuty'],
    async begin(mortal) {
      const settled = { duty: await leftWithDuty(mortal), at: START, note: 'Called the field office' };
      return (archive) =>
        mortal.pageOn(archive).settleDuty({ commandId: 'settle', ...mortal.actor, ...settled });
    },
  },
  {
    name: 'save settings',
    of: ['saveSettings'],
    begin: ({ actor, pageOn }) =>
      Promise.resolve((archive) =>
        pageOn(archive).saveSettings({ commandId: 'set', ...actor, settings: { retentionYears: 5 } }),
      ),
  },
  {
    name: 'say how long a location’s records are kept',
    of: ['saveRetention'],
    async begin(mortal) {
      const { registrant } = await granted(mortal);
      const kept = { commandId: 'keep', ...mortal.actor, registrant, years: 5 };
      return (archive) => mortal.pageOn(archive).saveRetention(kept);
    },
  },
  {
    name: 'hold records',
    of: ['placeHold'],
    begin: ({ actor, pageOn }) =>
      Promise.resolve((archive) =>
        pageOn(archive).placeHold({ commandId: 'hold', ...actor, ...held, registrant: null }),
      ),
  },
  {
    name: 'lift a hold',
    of: ['liftHold'],
    async begin({ desk, actor, pageOn }) {
      await desk.placeHold({ commandId: 'hold', ...actor, ...held, registrant: null });
      const hold = (await desk.retention()).holds[0]?.id ?? '';
      return (archive) => pageOn(archive).liftHold({ commandId: 'lift', ...actor, ...held, hold });
    },
  },
  {
    name: 'tick a step of enrolment',
    of: ['tickStep'],
    begin: ({ actor, pageOn }) =>
      Promise.resolve((archive) => {
        const isThere = archive.directory().then(({ enrolment }) => enrolment.length > 0);
        const tick = { step: 'application', about: actor.personId, done: true } as const;
        return unless(isThere, () => pageOn(archive).tickStep(tick));
      }),
  },
];
