import type { OrderLine } from '@/lib/order';
import { say } from '@/lib/words';
import { html, type Html } from './html';
import { figure, ndc, schedule } from './said';

/** The columns that say what was ordered, or came: the same in the tables of orders and of records beside them. */
export const itemHead = [
  [say('pack.col.line'), 'n'],
  [say('pack.col.item')],
  ['NDC'],
  [say('pack.col.schedule')],
  [say('pack.col.size'), 'n'],
] as const;

/** Their cells; `note` stands behind the name. */
export function itemCells(
  line: Pick<OrderLine, 'lineNumber' | 'name' | 'ndc11'> & {
    readonly schedule: Parameters<typeof schedule>[0];
    readonly packageSize: number | null;
  },
  note: Html | null = null,
): Html {
  return html`<td class="n">${line.lineNumber}</td>
    <td>${line.name}${note}</td>
    <td class="id">${ndc(line.ndc11)}</td>
    <td>${schedule(line.schedule)}</td>
    <td class="n">${figure(line.packageSize)}</td>`;
}
