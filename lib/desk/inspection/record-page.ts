import {
  comesIn,
  describeBeside,
  type BesideEvent,
  type BesideLineState,
  type BesideState,
} from '@/lib/order';
import { say } from '@/lib/words';
import { html } from './html';
import { historyList } from './order-page';
import type { PackContext } from './pack-context';
import { pageHtml } from './page-html';
import { day, figure, ndc, schedule } from './said';
import type { Section } from './section';

interface RecordPlace {
  readonly section: Section;
  readonly stem: string;
  readonly files: readonly { readonly path: string; readonly label: string }[];
}

const ROOT = '../../';

/** A record beside CSOS in readable form; of its lines those of one section. */
export function recordPage(
  { record, withdrawn, flags, notifiedOn, form106On, lastReceivedOn, lines: all }: BesideState,
  events: readonly BesideEvent[],
  lines: readonly BesideLineState[],
  { section, stem, files }: RecordPlace,
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
  const elsewhere = all.length - lines.length;
  return pageHtml(`${title} · ${say('pack.title')}`, [
    html`<p class="kind">
        <a href="${ROOT}index.html">${say('pack.back')}</a> · ${say(`pack.section.${section}`)}
      </p>
      <h1>${title}</h1>
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
      <table>
        <thead>
          <tr>
            <th class="n">${say('pack.col.line')}</th>
            <th>${say('pack.col.item')}</th>
            <th>NDC</th>
            <th>${say('pack.col.schedule')}</th>
            <th class="n">${say('pack.col.size')}</th>
            <th class="n">${say('pack.col.packages')}</th>
            <th class="n">${say('pack.col.loose')}</th>
            <th class="n">${say('pack.col.received')}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map(
            ({ line, received }) =>
              html`<tr>
                <td class="n">${line.lineNumber}</td>
                <td>${line.name}</td>
                <td class="id">${ndc(line.ndc11)}</td>
                <td>${schedule(line.schedule)}</td>
                <td class="n">${figure(line.packageSize)}</td>
                <td class="n">${figure(line.packages)}</td>
                <td class="n">${figure(line.looseUnits)}</td>
                <td class="n">${comesIn(record.kind) ? figure(received) : ''}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${elsewhere > 0 ? html`<p class="quiet">${say('pack.order.elsewhere', { count: elsewhere })}</p>` : null}
      ${
        files.length === 0
          ? null
          : html`<h2>${say('pack.files')}</h2>
              <ul>
                ${files.map(({ path, label }) => html`<li><a href="${path}">${label}</a></li>`)}
              </ul>`
      }
      <h2>${say('pack.order.history')}</h2>
      ${historyList(history, registrant.zone)}
      <p class="quiet small">${say('pack.order.json')} <a href="${stem}.json">${stem}.json</a></p>`,
  ]);
}
