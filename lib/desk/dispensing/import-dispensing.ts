import type { Directory, DispensingImport } from '@/lib/archive';
import {
  canonicalJson,
  CountersignError,
  faultOf,
  legalDay,
  limits,
  parseNdc,
  sha256Hex,
  utf8,
  type Json,
} from '@/lib/base';
import { say } from '@/lib/words';
import { situation } from '../context';
import { textHash } from '../history/text-hash';
import type { DeskPorts } from '../ports';
import { knownProducts } from '../products/known-products';
import { readColumns, missingDispensing, type DispensedTable } from './read-columns';
import { dispensedReader } from './read-dispensed';
import { DispensedSums, type DispensedMonth } from './sum-dispensed';
import type { DispensingCases, DispensingReport } from './views';

/** Rows between two reports of progress, after each of which the page may draw. */
const ROWS_AT_ONCE = 5_000;
/** Reading is this part of the work, recording the rest. */
const READING = 0.8;

/** Lets the page draw and take clicks. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Throws `import/column-missing`. */
function requireColumns({ headers, mapping }: DispensedTable): void {
  const [missing] = missingDispensing(mapping);
  if (missing === undefined) return;
  const column = say(`dispensing.column.${missing}`);
  throw new CountersignError('import/column-missing', { column, expected: headers.join(', ') });
}

/**
 * The name of the import that takes this file: a new one, or the one that was broken off under the same columns. Throws
 * `import/known`.
 */
function nameFor(
  { dispensing, people }: Directory,
  zone: string,
  file: { readonly text: string; readonly understood: string },
): string {
  const same = dispensing.filter(({ sha256 }) => sha256 === file.text);
  const begun = `dispensed-${file.text}-${file.understood}`;
  const standing = same.find(({ withdrawn }) => withdrawn === null);
  const id = same.length === 0 ? begun : `${begun}.${same.length}`;
  if (!standing) return id;
  if (standing.importId.startsWith(begun)) return standing.importId;
  throw known(standing, people, zone);
}

function known({ file, at, who }: DispensingImport, people: Directory['people'], zone: string) {
  const name = people.find(({ id }) => id === who)?.name ?? say('who.system');
  return new CountersignError('import/known', { file, date: legalDay(at, zone), name });
}

/** Another import that counts and has days of these months: taken as well, they would count twice. */
function overlapping(
  { dispensing }: Directory,
  importId: string,
  months: readonly DispensedMonth[],
): DispensingImport | undefined {
  const days = months.flatMap(({ rows }) => rows.map(({ date }) => date));
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  return dispensing.find(
    (one) => one.withdrawn === null && one.importId !== importId && one.from <= to && one.to >= from,
  );
}

/** Takes what can be read of a file as sums; a month that is here already is left as it is. */
export function importDispensing(ports: DeskPorts): DispensingCases['importDispensing'] {
  return async (fileName, text, onProgress, given, { despiteOverlap = false } = {}) => {
    const table = readColumns(text, given);
    requireColumns(table);
    const { mapping, rows } = table;
    const { directory, zone, today } = await situation(ports);
    const understood = sha256Hex(utf8(canonicalJson(mapping as unknown as Json))).slice(0, 8);
    const sha256 = textHash(text);
    const importId = nameFor(directory, zone, { text: sha256, understood });
    const ndcs = [...new Set(rows.map(({ ndc }) => ndc))].map((ndc) => ({ ndc11: parseNdc(ndc) }));
    const products = await knownProducts(ports, ndcs);
    // No order waits for an import, which mustn't be counted by less than is known.
    if (products.unread) throw new CountersignError(products.unread.code, products.unread.params);
    const read = dispensedReader({ mapping, today, known: products });
    const sums = new DispensedSums();
    const faults: DispensingReport['faults'][number][] = [];
    let refused = 0;
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      for (const [index, row] of rows.slice(at, at + ROWS_AT_ONCE).entries()) {
        try {
          sums.add(read(row));
        } catch (error) {
          refused += 1;
          if (faults.length < limits.dispensedFaultsShown)
            faults.push({ row: at + index + 1, fault: faultOf(error) });
        }
      }
      onProgress(Math.round(Math.min(rows.length, at + ROWS_AT_ONCE) * READING), rows.length);
      await breathe();
    }
    const months = sums.months();
    const standing = directory.dispensing.find((one) => one.importId === importId);
    if (standing && months.length > 0 && months.every(({ part }) => standing.parts.includes(part)))
      throw known(standing, directory.people, zone);
    const here = despiteOverlap ? undefined : overlapping(directory, importId, months);
    if (here) {
      const { file, from, to } = here;
      throw new CountersignError('import/overlaps', { file, from, to });
    }
    const who = (await ports.session.read()) ?? 'system';
    for (const [index, { part, rows: lines }] of months.entries()) {
      await ports.archive.append({
        commandId: `${importId}-${part}`,
        who,
        orderId: null,
        events: [
          { type: 'dispensed.imported', payload: { importId, part, file: fileName, sha256, rows: lines } },
        ],
      });
      const share = READING + ((1 - READING) * (index + 1)) / months.length;
      onProgress(Math.round(rows.length * share), rows.length);
    }
    return { taken: rows.length - refused, sums: sums.size, refused, faults };
  };
}
