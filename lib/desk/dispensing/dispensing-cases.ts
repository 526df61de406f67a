import { CountersignError, faultOf, limits, parseNdc } from '@/lib/base';
import { say } from '@/lib/words';
import { actAs } from '../act-as';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { knownProducts } from '../products/known-products';
import { importDispensing } from './import-dispensing';
import { missingDispensing, readColumns, type DispensedCells } from './read-columns';
import { dispensedReader, type Dispensed } from './read-dispensed';
import type { DispensingCases, DispensingRow } from './views';

/** What was dispensed, as sums a day and substance: for ratios, where orders alone don't show what isn't controlled. */
export function dispensingCases(ports: DeskPorts): DispensingCases {
  return {
    async previewDispensing(text, given) {
      const { headers, mapping, rows } = readColumns(text, given);
      const first = rows.slice(0, limits.importPreviewRows);
      const { today } = await situation(ports);
      const ndcs = first.map(({ ndc }) => ({ ndc11: parseNdc(ndc) }));
      const read = dispensedReader({ mapping, today, known: await knownProducts(ports, ndcs) });
      const chosen = new Set(Object.values(mapping.columns));
      return {
        headers,
        rows: rows.length,
        mapping,
        missing: missingDispensing(mapping),
        first: first.map((cells, index) => shown(cells, index, read)),
        dropped: headers.filter((_, index) => !chosen.has(index)),
      };
    },

    importDispensing: importDispensing(ports),

    async dispensingImports() {
      const { dispensing, people } = await ports.archive.directory();
      const nameOf = (who: string) => people.find(({ id }) => id === who)?.name ?? say('who.system');
      return dispensing.toReversed().map(({ importId: id, file, at, who, rows, from, to, withdrawn }) => ({
        ...{ id, file, at, rows, from, to, whoName: nameOf(who) },
        withdrawn: withdrawn && {
          ...{ at: withdrawn.at, whoName: nameOf(withdrawn.who), reason: withdrawn.reason },
        },
      }));
    },

    async withdrawDispensing({ commandId, importId, reason, ...actor }) {
      const person = await actAs(ports, actor, 'correct-record');
      const { dispensing } = await ports.archive.directory();
      const known = dispensing.find((one) => one.importId === importId);
      if (!known) throw new CountersignError('import/unknown');
      // A retry, or another window that was quicker: it counts no longer, and that is what was asked.
      if (known.withdrawn !== null) return;
      if (reason.trim().length < limits.reasonMinLength)
        throw new CountersignError('record/reason-missing', { min: limits.reasonMinLength });
      await ports.archive.append({
        commandId,
        who: person.id,
        orderId: null,
        events: [{ type: 'dispensed.withdrawn', payload: { importId, reason: reason.trim() } }],
      });
    },
  };
}

function shown(
  cells: DispensedCells,
  index: number,
  read: (row: DispensedCells) => Dispensed,
): DispensingRow {
  try {
    const { date, units: quantity, substanceName: substance } = read(cells);
    const { product, ndc } = cells;
    return {
      row: index + 1,
      line: { date, product, ndc: ndc || null, quantity, substance },
      fault: null,
    };
  } catch (error) {
    return { row: index + 1, line: null, fault: faultOf(error) };
  }
}
