import { besideKinds } from '@/lib/order';
import { say } from '@/lib/words';
import { html, type Html, type HtmlPart } from './html';
import { figure } from './said';
import { folderOf, type Section } from './section';
import { tableHead } from './table-head';
import type { SectionTally } from './tally';

/** What each section adds up to. */
export function sectionSums(
  shown: readonly Section[],
  tallies: Readonly<Record<Section, SectionTally>>,
): Html {
  const figures = ['orders', 'lines', 'ordered', 'received', 'open', 'flagged'] as const;
  return html`<table class="sum">
    ${tableHead([[''], ...figures.map((one) => [say(`pack.sum.${one}`), 'n'] as const), [say('pack.sum.beside'), 'n']])}
    <tbody>
      ${shown.map((section) => {
        const tally = tallies[section];
        const beside = Object.values(tally.records).reduce((sum, rows) => sum + rows.length, 0);
        return html`<tr>
          <th scope="row"><a href="#${section}">${say(`pack.section.${section}`)}</a></th>
          ${figures.map((one) => html`<td class="n">${figure(tally[one])}</td>`)}
          <td class="n">${figure(beside)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** Orders and other records of one section; `tables` are all CSV files of the pack. */
export function sectionPart(section: Section, tally: SectionTally, tables: readonly string[]): HtmlPart {
  const own = tables.filter((path) => path.startsWith(`${folderOf[section]}/`));
  const orders =
    tally.rows.length === 0
      ? html`<p>${say('pack.no-orders')}</p>`
      : html`<table class="wide orders">
          ${tableHead([
            [say('pack.col.order')],
            [say('pack.col.ordered-on')],
            [say('pack.col.supplier')],
            [say('pack.col.item')],
            [say('pack.col.ordered'), 'n'],
            [say('pack.col.shipped'), 'n'],
            [say('pack.col.received'), 'n'],
            [say('pack.col.received-on')],
            [say('pack.col.counted-by')],
            [say('pack.col.state')],
            [say('pack.col.files')],
          ])}${tally.rows}
        </table>`;
  const records = besideKinds
    .filter((kind) => tally.records[kind].length > 0)
    .map(
      (kind) =>
        html`<h3>${say(`beside.kind.${kind}`)} (${figure(tally.records[kind].length)})</h3>
          <table class="wide records">
            ${tableHead([
              [say('pack.record.reference')],
              [say('pack.col.date')],
              [say('pack.record.other')],
              [say('pack.col.item')],
              [say('pack.col.packages'), 'n'],
              [say('pack.col.received'), 'n'],
              [say('pack.col.received-on')],
              [say('pack.col.note')],
              [say('pack.col.files')],
            ])}${tally.records[kind]}
          </table>`,
    );
  return [
    html`<h2 id="${section}">${say(`pack.section.${section}`)}</h2>
      <p class="quiet">
        ${say(`pack.section.${section}.explain`)} <span class="rule">21 CFR 1304.04(h)</span>
      </p>
      <h3>${say('pack.orders')} (${figure(tally.orders)})</h3>
      ${orders}${records}
      <p class="small">
        ${say('pack.tables')}
        ${own.map((path, at) => html`${at > 0 ? ', ' : null}<a href="${path}">${path}</a>`)}
      </p>`,
  ];
}
