import { CountersignError, omit, parseSchedule } from '@/lib/base';
import type { DraftLine, OrderDraft } from '@/lib/order';
import type { SignEdits } from './views';

/** The draft with what the signer entered where the page left gaps. Never changes a quantity: that is the page's. */
export function applyEdits(draft: OrderDraft, edits: SignEdits): OrderDraft {
  const { name, deaNumber, ...address } = edits.supplier;
  return {
    ...(edits.wholeOrder === true ? omit(draft, 'missing') : draft),
    supplier: {
      name: name ?? draft.supplier.name,
      deaNumber: deaNumber ?? draft.supplier.deaNumber,
      address: { ...draft.supplier.address, ...address },
    },
    lines: draft.lines.map((line) => editedLine(line, edits.lines[line.lineNumber])),
  };
}

function editedLine(line: DraftLine, edit: SignEdits['lines'][number] | undefined): DraftLine {
  if (!edit) return line;
  const schedule = edit.schedule === undefined ? line.schedule : parseSchedule(edit.schedule);
  if (edit.schedule !== undefined && schedule === null)
    throw new CountersignError('input/malformed', { detail: `“${edit.schedule}” is not a schedule` });
  return {
    ...line,
    packageSize: edit.packageSize ?? line.packageSize,
    schedule,
    doubtful: edit.confirmed ? [] : line.doubtful,
  };
}
