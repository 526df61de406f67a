import { describe, expect, it } from 'vitest';
import type { Directory, Registrant } from '@/lib/archive';
import type { DeaNumber, PlainDate } from '@/lib/base';
import { command, fresh } from '@/tests/support/archive';
import { sampleOrder } from '@/tests/support/orders';
import { poaFindings } from './poa-findings';
import { ownNumbers, placeOf, registrantNow, registrantOf, suppliersOf, zoneAt } from './registrants';

const [wrong, right, other, again] = ['AP5836727', 'MG1234563', 'BC1234563', 'FM1234563'] as DeaNumber[];
const at = (deaNumber = wrong as DeaNumber, zone = 'America/Chicago'): Registrant => ({
  ...{ ...sampleOrder.purchaser, deaNumber },
  zone,
});

/** Two locations, of which the first was entered under a wrong number, chosen by a supplier and in a letter. */
async function corrected(...numbers: readonly DeaNumber[]): Promise<Directory> {
  const archive = await fresh({ now: () => Date.parse('2026-11-20T18:00:00Z') });
  const write = (event: Parameters<typeof command>[1]) => archive.append(command(null, event));
  const set = (registrant: Registrant, replaces: DeaNumber | null) =>
    write({ type: 'registrant.set', payload: { registrant, replaces } });
  await set(at(), null);
  await set(at(other, 'America/Denver'), null);
  await write({ type: 'registrant.chosen', payload: { deaNumber: other as DeaNumber } });
  const supplier = { id: 'cascade' } as Directory['suppliers'][number];
  await write({ type: 'supplier.set', payload: { supplier, registrants: [wrong as DeaNumber] } });
  await write({
    type: 'poa.granted',
    payload: {
      letter: {
        ...{ id: 'letter', personId: 'sam', registrant: wrong as DeaNumber, schedules: ['2'] },
        ...{ since: '2026-01-01' as PlainDate, until: null, file: null },
      },
    },
  });
  let before = wrong as DeaNumber;
  for (const number of numbers) {
    await set(at(number), before);
    before = number;
  }
  return { ...(await archive.directory()), people: [{ id: 'sam', name: 'Sam', role: 'signer' } as never] };
}

const draft = { purchaser: { ...sampleOrder.purchaser, deaNumber: wrong as string } };

describe('a location whose DEA number was put right', () => {
  it('keeps what was recorded under the wrong one: orders, days, suppliers, letters', async () => {
    const directory = await corrected(right as DeaNumber);
    expect(registrantOf(directory, draft)).toMatchObject({ deaNumber: right });
    expect(zoneAt({ directory, zone: 'America/Denver' }, wrong as string)).toBe('America/Chicago');
    expect(placeOf({ directory, zone: 'America/Denver' }, draft.purchaser)).toMatchObject({
      ...{ deaNumber: right, zone: 'America/Chicago', isOther: true },
    });
    expect([...ownNumbers(directory, at(right))].sort()).toEqual([wrong, right]);
    expect([...ownNumbers(directory, at(other))]).toEqual([other]);
    expect(suppliersOf(directory, at(right)).map(({ id }) => id)).toEqual(['cascade']);
    expect(suppliersOf(directory, at(other))).toEqual([]);
    const findings = (registrant: Registrant) =>
      poaFindings(directory, {
        ...{ personId: 'sam', registrant, today: '2026-11-20' as PlainDate },
        lines: [sampleOrder.lines[0] as never],
      }).map(({ code }) => code);
    expect(findings(at(right))).toEqual([]);
    expect(findings(at(other))).toEqual(['poa/no-letter']);
    // What is done for a location names the number that it has.
    expect(registrantNow(directory, wrong as string)).toBeNull();
  });

  it('through several numbers, and back to the first', async () => {
    const further = await corrected(right as DeaNumber, again as DeaNumber);
    expect(further.formerNumbers).toEqual({ [wrong as string]: again, [right as string]: again });
    const back = await corrected(right as DeaNumber, wrong as DeaNumber);
    expect(back.formerNumbers).toEqual({ [right as string]: wrong });
    expect(registrantOf(back, draft)).toMatchObject({ deaNumber: wrong });
  });
});
