import type { LineState } from '@/lib/order';
import { say } from '@/lib/words';
import { html, type Html } from './html';
import { itemCells, itemHead } from './item-cells';
import type { PackOrder } from './pack-order';
import { day, figure, moment } from './said';
import { tableHead } from './table-head';

export function linesTable(lines: readonly LineState[]): Html {
  return html`<table>
    ${tableHead([
      ...itemHead,
      [say('pack.col.ordered'), 'n'],
      [say('pack.col.shipped'), 'n'],
      [say('pack.col.received'), 'n'],
    ])}
    <tbody>
      ${lines.map(
        ({ line, ordered, shipped, received, voided }) =>
          html`<tr>
            ${itemCells(line, voided ? html` <span class="quiet">(${say('pack.line-voided')})</span>` : null)}
            <td class="n">${figure(ordered)}</td>
            <td class="n">${figure(shipped)}</td>
            <td class="n">${figure(received)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export function receiptsTable({ receipts }: PackOrder, lines: readonly LineState[], zone: string): Html {
  const shown = new Map(lines.map(({ line }) => [line.lineNumber, line.name]));
  const rows = receipts.flatMap((receipt) =>
    receipt.lines
      .filter(({ lineNumber }) => shown.has(lineNumber))
      .map(
        ({ lineNumber, packages, note, discrepancy }) =>
          html`<tr>
            <td>${day(receipt.date)}</td>
            <td class="n">${lineNumber}</td>
            <td>${shown.get(lineNumber) ?? ''}</td>
            <td class="n">${figure(packages)}</td>
            <td>
              ${receipt.countedBy}${receipt.verifiedBy === null ? null : html`<br /><span class="quiet">${say('pack.verified-by', { name: receipt.verifiedBy })}</span>`}
            </td>
            <td class="small">${moment(receipt.recordedAt, zone)}</td>
            <td class="small">
              ${[discrepancy ? say(`pack.discrepancy.${discrepancy}`) : null, note, receipt.note].filter((one) => one).join('; ')}
            </td>
          </tr>`,
      ),
  );
  if (rows.length === 0) return html`<p>${say('pack.order.no-receipt')}</p>`;
  return html`<table>
    ${tableHead([
      [say('pack.col.received-on')],
      [say('pack.col.line'), 'n'],
      [say('pack.col.item')],
      [say('pack.col.packages'), 'n'],
      [say('pack.col.counted-by')],
      [say('pack.col.recorded')],
      [say('pack.col.note')],
    ])}
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
