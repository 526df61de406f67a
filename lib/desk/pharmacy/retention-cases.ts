import { CountersignError, limits, type DeaNumber } from '@/lib/base';
import { say } from '@/lib/words';
import { actAs } from '../act-as';
import type { DeskPorts } from '../ports';
import { registrantNow } from '../registrants';
import type { PharmacyCases } from './views';

type RetentionCases = Pick<PharmacyCases, 'retention' | 'saveRetention' | 'placeHold' | 'liftHold'>;

/** How long whose records are kept, and what keeps them longer (21 CFR 1305.27). */
export function retentionCases(ports: DeskPorts): RetentionCases {
  const { archive } = ports;

  async function requireLocation(deaNumber: DeaNumber): Promise<void> {
    if (!registrantNow(await archive.directory(), deaNumber))
      throw new CountersignError('registrant/unknown', { number: deaNumber });
  }

  return {
    async retention() {
      const { settings, registrants, retentionYears, holds, people } = await archive.directory();
      const nameOf = (dea: DeaNumber) => registrants.find(({ deaNumber }) => deaNumber === dea)?.name ?? dea;
      return {
        years: settings.retentionYears,
        locations: registrants.map(({ name, deaNumber }) => ({
          ...{ name, deaNumber },
          years: retentionYears[deaNumber] ?? null,
        })),
        holds: holds.map(({ registrant, who, ...hold }) => ({
          ...{ ...hold, registrant },
          registrantName: registrant && nameOf(registrant),
          by: people.find(({ id }) => id === who)?.name ?? '',
        })),
      };
    },

    async saveRetention({ commandId, registrant, years, ...actor }) {
      const person = await actAs(ports, actor, 'change-settings');
      await requireLocation(registrant);
      const isYears = years === null || (Number.isInteger(years) && years >= limits.retentionYears);
      if (!isYears || (years ?? 0) > limits.retentionYearsMax)
        throw new CountersignError('settings/invalid', {
          field: say('settings.retentionYears'),
          value: String(years),
          why: say('settings.why.retentionYears'),
        });
      const known = (await archive.directory()).retentionYears[registrant] ?? null;
      if (known === years) return;
      await archive.append({
        ...{ commandId, who: person.id, orderId: null },
        events: [{ type: 'retention.set', payload: { registrant, years } }],
      });
    },

    async placeHold({ commandId, registrant, reason, ...actor }) {
      const person = await actAs(ports, actor, 'change-settings');
      if (registrant !== null) await requireLocation(registrant);
      await archive.append({
        ...{ commandId, who: person.id, orderId: null },
        events: [{ type: 'hold.placed', payload: { registrant, reason: requireReason(reason) } }],
      });
    },

    async liftHold({ commandId, hold, reason, ...actor }) {
      const person = await actAs(ports, actor, 'change-settings');
      if (await archive.isWritten(commandId)) return;
      const why = requireReason(reason);
      if (!(await archive.directory()).holds.some(({ id }) => id === hold))
        throw new CountersignError('hold/unknown');
      await archive.append({
        ...{ commandId, who: person.id, orderId: null },
        events: [{ type: 'hold.lifted', payload: { hold, reason: why } }],
      });
    },
  };
}

/** Throws `record/reason-missing`. */
function requireReason(reason: string): string {
  const said = reason.trim();
  if (said.length < limits.reasonMinLength)
    throw new CountersignError('record/reason-missing', { min: limits.reasonMinLength });
  return said;
}
