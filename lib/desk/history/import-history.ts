import type { Directory, HistoryFile, HistoryImport, HistoryLine } from '@/lib/archive';
import { canonicalJson, CountersignError, legalDay, sha256Hex, utf8, type Json } from '@/lib/base';
import { toCsv } from '@/lib/documents';
import { say } from '@/lib/words';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { learnUnknown } from '../products/learn-unknown';
import type { HistoryMapping } from './columns';
import { readTable } from './read-table';
import type { HistoryTable } from './read-rows';
import { textHash } from './text-hash';
import type { HistoryCases, HistoryReport, HistoryRow } from './views';

/** Lines in one event: large enough to be quick, small enough that one record stays readable. */
const LINES_PER_EVENT = 500;

type Refused = Pick<HistoryRow, 'row' | 'cells'> & HistoryReport['refused'][number];

/** The refused rows as they came, so that they can be mended and brought in again. */
function refusedCsv({ headers }: HistoryTable, refused: readonly Refused[]): string | null {
  if (refused.length === 0) return null;
  return toCsv<Refused>(
    [
      ...headers.map((title, at) => ({ title, value: ({ cells }: Refused) => cells[at] ?? '' })),
      { title: say('import.report.row'), value: ({ row }) => row },
      { title: say('import.report.reason'), value: ({ fault }) => say.loose(fault.code, fault.params) },
    ],
    refused,
    { bom: true },
  );
}

function fileOf(text: string, mapping: HistoryMapping, lines: readonly HistoryLine[]): HistoryFile {
  const understood = canonicalJson(mapping as unknown as Json);
  return { text: textHash(text), mapping: sha256Hex(utf8(understood)), total: lines.length };
}

/**
 * The name of the import that takes this file: a new one, or the one that was broken off. Throws `import/known`,
 * `import/unfinished`.
 */
function nameFor({ imports, people }: Directory, zone: string, file: HistoryFile): string {
  const same = imports.filter(({ of }) => of?.text === file.text);
  const standing = same.find(({ withdrawn }) => withdrawn === null);
  if (!standing) return same.length === 0 ? `history-${file.text}` : `history-${file.text}.${same.length}`;
  const params = toldOf(standing, people, zone);
  const total = standing.of?.total ?? standing.lines;
  if (standing.lines >= total) throw new CountersignError('import/known', params);
  if (standing.of?.mapping !== file.mapping)
    throw new CountersignError('import/unfinished', { ...params, done: standing.lines, total });
  return standing.id;
}

function toldOf({ file, at, who }: HistoryImport, people: Directory['people'], zone: string) {
  const name = people.find(({ id }) => id === who)?.name ?? say('who.system');
  return { file, date: legalDay(at, zone), name };
}

/** Takes what can be read of a file, part by part; a part that is here already is left as it is. */
export function importHistory(ports: DeskPorts): HistoryCases['importHistory'] {
  return async (fileName, text, onProgress, given) => {
    const { table, mapping, taken, refused } = readTable(text, given);
    const { directory, zone } = await situation(ports);
    const of = fileOf(text, mapping, taken);
    const id = nameFor(directory, zone, of);
    const who = (await ports.session.read()) ?? 'system';
    for (let at = 0; at < taken.length; at += LINES_PER_EVENT) {
      const lines = taken.slice(at, at + LINES_PER_EVENT);
      const [stored] = await ports.archive.append({
        commandId: `${id}-${at}`,
        who,
        orderId: null,
        events: [{ type: 'history.imported', payload: { file: fileName, lines, of } }],
      });
      // Another window took the same text meanwhile, understood otherwise.
      if (stored?.type !== 'history.imported' || stored.payload.of?.mapping !== of.mapping)
        throw new CountersignError('import/known', {
          ...{ file: fileName, date: legalDay(ports.clock.now(), zone), name: say('who.system') },
        });
      onProgress(at + lines.length, taken.length);
    }
    await learnUnknown(ports, id);
    return {
      taken,
      refused: refused.map(({ row, fault }) => ({ row, fault })),
      refusedCsv: refusedCsv(table, refused),
    };
  };
}
