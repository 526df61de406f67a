import { formatOrderNumber, type Ndc11, type ScheduleOrNone } from '@/lib/base';
import { comesIn, type BesideLineState, type BesideState, type LineState } from '@/lib/order';
import { say } from '@/lib/words';
import { html, type Html } from './html';
import type { PackOrder } from './pack-order';
import { day, figure, ndc, schedule } from './said';

/** Where what the index names lies, as seen from it. */
export interface RowLinks {
  readonly page: string;
  readonly json: string;
  /** Null for a tracked order. */
  readonly signed: string | null;
}

/** Several values of one cell, each once. */
function each(values: readonly string[]): Html {
  return html`${[...new Set(values)].map((one, at) => html`${at > 0 ? html`<br />` : null}${one}`)}`;
}

/** What tells products apart, below the name. */
function small(line: {
  readonly ndc11: Ndc11 | null;
  readonly schedule: ScheduleOrNone | null;
  readonly packageSize: number | null;
}): Html {
  const size = line.packageSize === null ? null : say('pack.per-package', { size: line.packageSize });
  return html`<br /><span class="quiet small"
      ><span class="id">${ndc(line.ndc11)}</span>
      ${schedule(line.schedule)}${size === null ? null : ` · ${size}`}</span
    >`;
}

/** One order: a row for each line of the section; what is the order's own stands in the first. */
export function orderRows(
  { state, supplierName, receipts, heldBy, signature, files, statements }: PackOrder,
  lines: readonly LineState[],
  { page, json, signed }: RowLinks,
): Html {
  const span = lines.length;
  const number = state.number === null ? say('pack.no-number') : formatOrderNumber(state.number);
  const notes = [
    ...(signature && !signature.verdict.valid
      ? [html`<span class="wrong">${say('pack.signed.holds-no')}</span>`]
      : []),
    ...state.flags.map((flag) => html`<span class="flag">${say(`flag.${flag}`)}</span>`),
  ];
  const original =
    signed === null
      ? html`<span class="quiet small"
          >${heldBy === null ? say('pack.original.portal') : say('pack.original.at', { origin: heldBy })}</span
        >`
      : html`<a href="${signed}">${say('pack.link.signed')}</a>`;
  const attached = files.length + statements.length;
  const first = html`<td rowspan="${span}">
      <a class="id" href="${page}">${number}</a
      >${state.replaces ? html`<br /><span class="quiet small">${say('pack.order.replaces', { number: state.replaces.number })}</span>` : null}
    </td>
    <td rowspan="${span}" class="day">${day(state.orderedOn)}</td>
    <td rowspan="${span}">${supplierName}</td>`;
  const last = html`<td rowspan="${span}">${say(`state.${state.phase}`)}${notes}</td>
    <td rowspan="${span}">
      ${original}<br /><a href="${page}">${say('pack.link.page')}</a> ·
      <a href="${json}">JSON</a
      >${attached > 0 ? html`<br /><span class="quiet small">${say('pack.attached', { count: attached })}</span>` : null}
    </td>`;
  return html`<tbody class="o">
    ${lines.map(({ line, ordered, shipped, received, voided }, at) => {
      const counted = receipts.filter((receipt) =>
        receipt.lines.some(({ lineNumber, packages }) => lineNumber === line.lineNumber && packages > 0),
      );
      return html`<tr>
        ${at === 0 ? first : null}
        <td>
          ${line.name}${voided ? html` <span class="quiet">(${say('pack.line-voided')})</span>` : null}${small(line)}
        </td>
        <td class="n">${figure(ordered)}</td>
        <td class="n">${figure(shipped)}</td>
        <td class="n">${figure(received)}</td>
        <td>${each(counted.map(({ date }) => day(date)))}</td>
        <td>${each(counted.map(({ countedBy }) => countedBy))}</td>
        ${at === 0 ? last : null}
      </tr> `;
    })}
  </tbody>`;
}

/** One record beside CSOS. */
export function recordRows(
  { record, withdrawn, flags, lastReceivedOn, notifiedOn, form106On }: BesideState,
  lines: readonly BesideLineState[],
  { page, json }: Pick<RowLinks, 'page' | 'json'>,
): Html {
  const span = lines.length;
  const facts = [
    ...(withdrawn === null ? [] : [say('pack.record.withdrawn')]),
    ...(notifiedOn === null ? [] : [say('pack.record.notified-on', { date: notifiedOn })]),
    ...(form106On === null ? [] : [say('pack.record.form-106-on', { date: form106On })]),
  ];
  return html`<tbody class="o">
    ${lines.map(
      ({ line, received }, at) =>
        html`<tr>
          ${
            at === 0
              ? html`<td rowspan="${span}">
                    <a class="id" href="${page}">${record.reference ?? say('pack.no-number')}</a>
                  </td>
                  <td rowspan="${span}" class="day">${day(record.date)}</td>
                  <td rowspan="${span}">${record.other?.name ?? ''}</td>`
              : null
          }
          <td>${line.name}${small(line)}</td>
          <td class="n">
            ${figure(line.packages)}${line.looseUnits > 0 ? html`<br /><span class="quiet small">+ ${say('pack.loose', { count: line.looseUnits })}</span>` : null}
          </td>
          <td class="n">${comesIn(record.kind) ? figure(received) : ''}</td>
          ${
            at === 0
              ? html`<td rowspan="${span}" class="day">${day(lastReceivedOn)}</td>
                  <td rowspan="${span}">
                    ${facts.map((one) => html`<div>${one}</div>`)}${flags.map((flag) => html`<span class="flag">${say(`beside.flag.${flag}`)}</span>`)}
                  </td>
                  <td rowspan="${span}">
                    <a href="${page}">${say('pack.link.page')}</a> · <a href="${json}">JSON</a>
                  </td>`
              : null
          }
        </tr> `,
    )}
  </tbody>`;
}
