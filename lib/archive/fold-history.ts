import { limits, type PlainDate } from '@/lib/base';
import type { Directory, HistoryImport } from './directory';
import type { Envelope } from './envelope';
import { put } from './put';

type HistoryEvent = Envelope<'history.imported' | 'history.withdrawn'>;

/** Parts of one file share the name of their command, up to where in the file each begins. */
export function importOf({ commandId }: { readonly commandId: string }): { id: string; part: number } {
  const [, id, part] = /^(.*)-(\d{1,9})$/.exec(commandId) ?? [];
  return id === undefined ? { id: commandId, part: 0 } : { id, part: Number(part) };
}

/** Parts that begin at the same place hold other lines where the file's columns were understood otherwise. */
export function isUnderstoodAs(
  { of }: Pick<HistoryImport, 'of'>,
  { payload }: Pick<Envelope<'history.imported'>, 'payload'>,
): boolean {
  return of?.mapping === payload.of?.mapping;
}

/**
 * The imports after an event; the very same object where it counts for nothing: a part that came a second time, from
 * another computer with the same file, one of an import that is withdrawn, or one under other columns.
 */
export function foldHistory(before: Directory, event: HistoryEvent): Directory {
  const { imports } = before;
  const { time, who } = event;
  if (event.type === 'history.withdrawn') {
    const { importId, reason } = event.payload;
    const known = imports.find(({ id }) => id === importId);
    if (!known || known.withdrawn !== null) return before;
    const withdrawn = { at: time[0], who, reason };
    return { ...before, imports: put(imports, { ...known, withdrawn }, ({ id }) => id === importId) };
  }
  const { id, part } = importOf(event);
  const known = imports.find((one) => one.id === id);
  if (known && (known.withdrawn !== null || known.parts.includes(part))) return before;
  const { file, lines, of, page } = event.payload;
  if (known && !isUnderstoodAs(known, event)) return before;
  const [first] = lines;
  if (!first) return before;
  const begun = known ?? {
    ...{ id, file, of: of ?? null, at: time[0], who, lines: 0, parts: [] },
    ...{ from: first.date, to: first.date, suppliers: [], withdrawn: null },
    ...(page && { page }),
  };
  return { ...before, imports: put(imports, grown(begun, part, lines), (one) => one.id === id) };
}

function grown(
  begun: HistoryImport,
  part: number,
  lines: readonly { readonly date: PlainDate; readonly supplierId: string }[],
): HistoryImport {
  let { from, to } = begun;
  const suppliers = new Set(begun.suppliers);
  for (const { date, supplierId } of lines) {
    if (date < from) from = date;
    if (date > to) to = date;
    if (suppliers.size < limits.importSuppliersShown) suppliers.add(supplierId);
  }
  const parts = [...begun.parts, part];
  return { ...begun, from, to, suppliers: [...suppliers], parts, lines: begun.lines + lines.length };
}
