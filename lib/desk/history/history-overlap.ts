import type { DeskPorts } from '../ports';
import type { HistoryMapping } from './columns';
import { historyImports } from './history-imports';
import { linesHere } from './lines-here';
import { readTable } from './read-table';
import { textHash } from './text-hash';
import type { HistoryOverlap } from './views';

/** Lines of a file that look like lines that are here already: same day, supplier, product and packages. */
export async function historyOverlap(
  ports: DeskPorts,
  text: string,
  mapping: HistoryMapping,
): Promise<HistoryOverlap> {
  const { taken } = readTable(text, mapping);
  const hash = textHash(text);
  const imports = (await historyImports(ports)).filter(({ withdrawn }) => withdrawn === null);
  const known = imports.find(({ of }) => of?.text === hash) ?? null;
  const isHere = await linesHere(ports, taken, imports);
  return { lines: taken.length, alike: taken.filter(isHere).length, known };
}
