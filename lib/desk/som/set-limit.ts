import { CountersignError, limits } from '@/lib/base';
import { substanceByCode } from '@/lib/drugs';
import { actAs } from '../act-as';
import type { DeskPorts } from '../ports';
import type { SomCases } from './views';

/** Throws `som/substance-unknown`. */
export function requireSubstance(code: string) {
  const known = substanceByCode(code);
  if (!known) throw new CountersignError('som/substance-unknown');
  return known;
}

/** Throws `som/limit-invalid`. */
export function requireUnits(units: number): void {
  if (!(units > 0) || units > limits.monthUnitsMax || !Number.isFinite(units))
    throw new CountersignError('som/limit-invalid', { max: limits.monthUnitsMax });
}

/** What a pharmacy sets for itself, by whoever may: it stops nothing, and says where the month stands. */
export function setLimit(ports: DeskPorts): SomCases['setLimit'] {
  return async ({ commandId, code, units, ...actor }) => {
    const person = await actAs(ports, actor, 'set-limit');
    requireSubstance(code);
    if (units !== null) requireUnits(units);
    const { limits: known } = await ports.archive.directory();
    if ((known[code]?.units ?? null) === units) return;
    await ports.archive.append({
      commandId,
      who: person.id,
      orderId: null,
      events: [{ type: 'limit.set', payload: { substanceCode: code, units } }],
    });
  };
}
