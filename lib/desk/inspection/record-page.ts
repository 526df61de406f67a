import {
  comesIn,
  describeBeside,
  type BesideEvent,
  type BesideLineState,
  type BesideState,
} from '@/lib/order';
import { say } from '@/lib/words';
import { html, type Html } from './html';
import { itemCells, itemHead } from './item-cells';
import { elsewhere, linkedPage, type LinkedPlace } from './linked-page';
import type { PackContext } from './pack-context';
import { day, figure } from './said';
import { tableHead } from './table-head';

function recordLines(lines: readonly BesideLineState[], isIncoming: boolean): Html {
  return html`<table>
    ${tableHead([
      ...itemHead,
      [say('pack.col.packages'), 'n'],
      [say('pack.col.loose'), 'n'],
      [say('pack.col.received'), 'n'],
    ])}
    <tbody>
      ${lines.map(
        ({ line, received }) =>
          html`<tr>
            ${itemCells(line)}
            <td class="n">${figure(line.packages)}</td>
            <td class="n">${figure(line.looseUnits)}</td>
            <td class="n">${isIncoming ? figure(received) : ''}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A record beside CSOS in readable form; of its lines those of one section. */
export function recordPage(
  { record, withdrawn, flags, notifiedOn, form106On, lastReceivedOn, lines: all }: BesideState,
  events: readonly BesideEvent[],
  lines: readonly BesideLineState[],
  place: LinkedPlace,
  { names, registrant }: PackContext,
): string {
  const title = `${say(`beside.kind.${record.kind}`)} ${record.reference ?? ''}`.trim();
  const takenBack = new Set(
    events.flatMap((event) => (event.type === 'record.entry-withdrawn' ? [event.payload.corrects] : [])),
  );
  const history = events.map((event) => ({
    at: event.time,
    who: names.of(event.who),
    text: [names.say(describeBeside(event))],
    was: [],
    counts: !takenBack.has(event.id),
  }));
  const facts = [
    [say('pack.col.date'), day(record.date)],
    [
      say('pack.record.other'),
      record.other === null
        ? null
        : [record.other.name, record.other.deaNumber].filter((one) => one !== null).join(' · '),
    ],
    [say('pack.record.reference'), record.reference],
    [say('pack.col.received-on'), lastReceivedOn && day(lastReceivedOn)],
    [say('pack.record.notified'), notifiedOn && day(notifiedOn)],
    [say('pack.record.form-106'), form106On && day(form106On)],
    [say('pack.col.note'), record.note],
  ] as const;
  const body = html`<h1>${title}</h1>
    ${withdrawn === null ? null : html`<p class="note stop"><strong>${say('pack.record.withdrawn')}</strong> ${withdrawn}</p>`}
    <dl>
      ${facts.map(([name, value]) =>
        value === null
          ? null
          : html`<dt>${name}</dt>
              <dd>${value}</dd>`,
      )}
    </dl>
    ${flags.map((flag) => html`<span class="flag">${say(`beside.flag.${flag}`)}</span>`)}
    ${recordLines(lines, comesIn(record.kind))}${elsewhere(all, lines)}`;
  return linkedPage(title, place, { body, history, zone: registrant.zone });
}
