import { limits } from '@/lib/base';
import { besideKinds } from '@/lib/order';
import { say } from '@/lib/words';
import type { Signer } from './certificate-files';
import { html, type Html, type HtmlPart } from './html';
import type { PackContext } from './pack-context';
import { pageHtml } from './page-html';
import type { PackLetter } from './poa-files';
import { day, figure, moment } from './said';
import { folderOf, sections, type Section } from './section';
import { hasAny, type SectionTally } from './tally';

export interface IndexFacts {
  readonly tallies: Readonly<Record<Section, SectionTally>>;
  readonly letters: readonly PackLetter[];
  readonly signers: readonly Signer[];
  readonly signatures: number;
  /** CSV files and others that the index names by path. */
  readonly tables: readonly string[];
}

const head = (columns: readonly (readonly [string, string])[]): Html =>
  html`<thead>
    <tr>
      ${columns.map(([name, kind]) => html`<th class="${kind}" scope="col">${name}</th>`)}
    </tr>
  </thead>`;

function summary(shown: readonly Section[], { tallies }: IndexFacts): Html {
  const figures = ['orders', 'lines', 'ordered', 'received', 'open', 'flagged'] as const;
  return html`<table class="sum">
    ${head([['', ''], ...figures.map((one) => [say(`pack.sum.${one}`), 'n'] as const), [say('pack.sum.beside'), 'n']])}
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

function sectionPart(section: Section, tally: SectionTally, tables: readonly string[]): HtmlPart {
  const own = tables.filter((path) => path.startsWith(`${folderOf[section]}/`));
  const orders =
    tally.rows.length === 0
      ? html`<p>${say('pack.no-orders')}</p>`
      : html`<table class="wide orders">
          ${head([
            [say('pack.col.order'), ''],
            [say('pack.col.ordered-on'), ''],
            [say('pack.col.supplier'), ''],
            [say('pack.col.item'), ''],
            [say('pack.col.ordered'), 'n'],
            [say('pack.col.shipped'), 'n'],
            [say('pack.col.received'), 'n'],
            [say('pack.col.received-on'), ''],
            [say('pack.col.counted-by'), ''],
            [say('pack.col.state'), ''],
            [say('pack.col.files'), ''],
          ])}${tally.rows}
        </table>`;
  const records = besideKinds
    .filter((kind) => tally.records[kind].length > 0)
    .map(
      (kind) =>
        html`<h3>${say(`beside.kind.${kind}`)} (${figure(tally.records[kind].length)})</h3>
          <table class="wide records">
            ${head([
              [say('pack.record.reference'), ''],
              [say('pack.col.date'), ''],
              [say('pack.record.other'), ''],
              [say('pack.col.item'), ''],
              [say('pack.col.packages'), 'n'],
              [say('pack.col.received'), 'n'],
              [say('pack.col.received-on'), ''],
              [say('pack.col.note'), ''],
              [say('pack.col.files'), ''],
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

function lettersPart(letters: readonly PackLetter[]): HtmlPart {
  if (letters.length === 0) return html`<p>${say('pack.poa.none')}</p>`;
  const file = (path: string | null, words: string) =>
    path === null ? null : html`<a href="${path}">${words}</a> `;
  return html`<table>
    ${head([
      [say('pack.poa.holder'), ''],
      [say('pack.poa.covers'), ''],
      [say('pack.poa.since'), ''],
      [say('pack.poa.until'), ''],
      [say('pack.poa.revoked'), ''],
      [say('pack.col.files'), ''],
    ])}
    <tbody>
      ${letters.map(
        ({ personName, covers, since, until, revoked, letterPath, revocationPath }) =>
          html`<tr>
            <td>${personName}</td>
            <td>${covers}</td>
            <td>${day(since)}</td>
            <td>${until === null ? say('pack.poa.open') : day(until)}</td>
            <td>${revoked === null ? '' : `${day(revoked.on)}: ${revoked.reason}`}</td>
            <td>
              ${file(letterPath, say('pack.poa.letter'))}${file(revocationPath, say('pack.poa.revocation'))}${letterPath === null ? say('pack.poa.no-file') : null}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function certificatesPart({ signers }: IndexFacts, { lists, registrant }: PackContext): HtmlPart {
  const at = (ms: number) => moment(ms, registrant.zone);
  return [
    signers.length === 0
      ? html`<p>${say('pack.certificates.none')}</p>`
      : html`<table>
          ${head([
            [say('pack.certificates.holder'), ''],
            [say('pack.certificates.serial'), ''],
            [say('pack.certificates.good'), ''],
            [say('pack.col.files'), ''],
          ])}
          <tbody>
            ${signers.map(
              ({ subject, serial, notBefore, notAfter, path }) =>
                html`<tr>
                  <td>${subject}</td>
                  <td class="id small">${serial}</td>
                  <td>${at(notBefore)} – ${at(notAfter)}</td>
                  <td><a href="${path}">${say('pack.certificates.chain')}</a></td>
                </tr>`,
            )}
          </tbody>
        </table>`,
    lists.length === 0
      ? null
      : html`<h3>${say('pack.lists')}</h3>
          <table>
            ${head([
              [say('pack.lists.issuer'), ''],
              [say('pack.lists.number'), 'n'],
              [say('pack.lists.issued'), ''],
              [say('pack.lists.until'), ''],
              [say('pack.col.files'), ''],
            ])}
            <tbody>
              ${lists.map(
                ({ issuer, number, thisUpdate, nextUpdate, path }) =>
                  html`<tr>
                    <td>${issuer}</td>
                    <td class="n">${number}</td>
                    <td>${at(thisUpdate)}</td>
                    <td>${nextUpdate === null ? '' : at(nextUpdate)}</td>
                    <td><a href="${path}">${say('pack.lists.file')}</a></td>
                  </tr>`,
              )}
            </tbody>
          </table>`,
  ];
}

/** The page that answers an inspector: who, when, what, and how to check it. */
export function indexPage(facts: IndexFacts, context: PackContext): string {
  const { registrant, from, to, madeAt, madeBy, withSom, withStaff } = context;
  const { address } = registrant;
  const shown = sections.filter((section) => section !== 'other' || hasAny(facts.tallies.other));
  const mixed = shown.length > 1;
  return pageHtml(`${say('pack.title')} · ${registrant.name}`, [
    html`<div class="head">
      <div>
        <p class="kind">${say('pack.title')}</p>
        <h1>${registrant.name}</h1>
        <p>
          ${say('pack.dea')} <span class="id"><strong>${registrant.deaNumber}</strong></span> ·
          ${[address.street, address.street2, address.city, `${address.state} ${address.postalCode}`].filter((one) => one !== null).join(', ')}
        </p>
      </div>
      <dl>
        <dt>${say('pack.period')}</dt>
        <dd><strong>${day(from)} – ${day(to)}</strong></dd>
        <dt>${say('pack.made')}</dt>
        <dd>${moment(madeAt, registrant.zone)}</dd>
        <dt>${say('pack.made-by')}</dt>
        <dd>${madeBy}</dd>
      </dl>
    </div>`,
    summary(shown, facts),
    html`<p>${say('pack.lead', { count: facts.signatures })} ${mixed ? say('pack.lead-mixed') : null}</p>
      <nav class="screen">
        <ul>
          ${shown.map((section) => html`<li><a href="#${section}">${say(`pack.section.${section}`)}</a></li>`)}
          <li><a href="#poa">${say('pack.poa')}</a></li>
          <li><a href="#certificates">${say('pack.certificates')}</a></li>
          <li><a href="#check">${say('pack.check.title')}</a></li>
          <li><a href="#scope">${say('pack.scope')}</a></li>
        </ul>
      </nav>`,
    shown.map((section) => sectionPart(section, facts.tallies[section], facts.tables)),
    html`<h2 id="poa">${say('pack.poa')} <span class="rule">21 CFR 1305.05</span></h2>`,
    lettersPart(facts.letters),
    html`<h2 id="certificates">${say('pack.certificates')}</h2>`,
    certificatesPart(facts, context),
    html`<h2 id="check">${say('pack.check.title')}</h2>
      <p>
        ${say('pack.check.short')} <a href="HOW-TO-CHECK.html">HOW-TO-CHECK.html</a>,
        <a href="HOW-TO-CHECK.txt">HOW-TO-CHECK.txt</a>.
      </p>
      <pre>sha256sum -c SHA256SUMS.txt</pre>
      <h2 id="scope">${say('pack.scope')}</h2>
      <ul>
        <li>${say('pack.scope.period', { days: limits.packLookBackDays })}</li>
        <li>${say('pack.scope.tracked')}</li>
        <li>${say(withSom ? 'pack.scope.som' : 'pack.scope.no-som')}</li>
        <li>
          ${say(withStaff ? 'pack.scope.staff' : 'pack.scope.no-staff')}${withStaff ? html` <a href="staff.csv">staff.csv</a>` : null}
        </li>
        <li>${say('pack.scope.zone', { zone: registrant.zone })}</li>
        <li>${say('pack.scope.manifest')} <a href="manifest.json">manifest.json</a></li>
      </ul>
      <p class="quiet small">${say('pack.unaudited')}</p>`,
  ]);
}
