import { formatOrderNumber } from '@/lib/base';
import type { DraftParty, LineState } from '@/lib/order';
import { isWordKey, say } from '@/lib/words';
import { html, preformatted, type Html, type HtmlPart } from './html';
import { checkOneCommand } from './how-to-check';
import { keptList } from './list-files';
import type { PackContext } from './pack-context';
import type { PackMoment, PackOrder } from './pack-order';
import { pageHtml } from './page-html';
import { day, figure, moment, ndc, schedule } from './said';
import type { Section } from './section';
import type { Signer } from './certificate-files';

/** Where the parts of an order lie, as seen from its page. */
export interface OrderPlace {
  readonly section: Section;
  readonly stem: string;
  /** As seen from the pack's root; null for tracked orders. */
  readonly signed: string | null;
  readonly files: readonly { readonly path: string; readonly label: string }[];
  readonly signer: Signer | null;
}

const ROOT = '../../';

/** What was recorded as a key of the catalogue, or as text by an older version. */
const said = (text: string) => (isWordKey(text) ? say.loose(text) : text);

function party({ name, deaNumber, address }: DraftParty): Html {
  const { street, street2, city, state, postalCode } = address;
  const region = [city, state, postalCode].filter((one) => one !== null).join(' ');
  const lines = [street, street2, region].filter((one): one is string => one !== null && one !== '');
  return html`${name ?? say('pack.unknown')} · ${say('pack.dea')}
    <span class="id">${deaNumber ?? say('pack.unknown')}</span>${lines.map((one) => html`<br />${one}`)}`;
}

function linesTable(lines: readonly LineState[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th class="n">${say('pack.col.line')}</th>
        <th>${say('pack.col.item')}</th>
        <th>NDC</th>
        <th>${say('pack.col.schedule')}</th>
        <th class="n">${say('pack.col.size')}</th>
        <th class="n">${say('pack.col.ordered')}</th>
        <th class="n">${say('pack.col.shipped')}</th>
        <th class="n">${say('pack.col.received')}</th>
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        ({ line, ordered, shipped, received, voided }) =>
          html`<tr>
            <td class="n">${line.lineNumber}</td>
            <td>
              ${line.name}${voided ? html` <span class="quiet">(${say('pack.line-voided')})</span>` : null}
            </td>
            <td class="id">${ndc(line.ndc11)}</td>
            <td>${schedule(line.schedule)}</td>
            <td class="n">${figure(line.packageSize)}</td>
            <td class="n">${figure(ordered)}</td>
            <td class="n">${figure(shipped)}</td>
            <td class="n">${figure(received)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function receiptsTable(
  { receipts }: PackOrder,
  lines: readonly LineState[],
  { registrant }: PackContext,
): Html {
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
            <td class="small">${moment(receipt.recordedAt, registrant.zone)}</td>
            <td class="small">
              ${[discrepancy ? say(`pack.discrepancy.${discrepancy}`) : null, note, receipt.note].filter((one) => one).join('; ')}
            </td>
          </tr>`,
      ),
  );
  if (rows.length === 0) return html`<p>${say('pack.order.no-receipt')}</p>`;
  return html`<table>
    <thead>
      <tr>
        <th>${say('pack.col.received-on')}</th>
        <th class="n">${say('pack.col.line')}</th>
        <th>${say('pack.col.item')}</th>
        <th class="n">${say('pack.col.packages')}</th>
        <th>${say('pack.col.counted-by')}</th>
        <th>${say('pack.col.recorded')}</th>
        <th>${say('pack.col.note')}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** A timeline, oldest first; what was corrected stays readable. */
export function historyList(history: readonly PackMoment[], zone: string): Html {
  return html`<ol class="time">
    ${history.map(
      ({ at, who, text, was, counts }) =>
        html`<li>
          <span class="quiet small">${moment(at, zone)}<br />${who}</span
          ><span
            >${was.length > 0 ? html`<span class="was">${was.join('; ')}</span><br />` : null}<span
              class="${counts ? '' : 'was'}"
              >${text.join('; ')}</span
            ></span
          >
        </li>`,
    )}
  </ol>`;
}

function signatureBox(order: PackOrder, { signed, signer }: OrderPlace, context: PackContext): HtmlPart {
  const { signature } = order;
  if (signature === null || signed === null)
    return html`<div class="note">
      <p><strong>${say('pack.tracked.title')}</strong></p>
      <p>
        ${order.heldBy === null ? say('pack.tracked.somewhere') : say('pack.tracked.at', { origin: order.heldBy })}
      </p>
    </div>`;
  const { verdict, signedAt, circumstances } = signature;
  const relied = circumstances.revocationLists ?? [];
  return html`<dl>
      <dt>${say('pack.signed.file')}</dt>
      <dd><a href="${ROOT}${signed}">${signed}</a></dd>
      <dt>${say('pack.signed.by')}</dt>
      <dd>${verdict.signer?.subject ?? say('pack.unknown')}</dd>
      <dt>${say('pack.signed.at')}</dt>
      <dd>${moment(signedAt, context.registrant.zone)}</dd>
      <dt>${say('pack.signed.certificate')}</dt>
      <dd>
        ${signer ? html`<a href="${ROOT}${signer.path}">${signer.path}</a><br />` : null}<span
          class="quiet small hash"
          >SHA-256 ${signature.certificateSha256}</span
        >
      </dd>
      <dt>${say('pack.signed.key')}</dt>
      <dd>${said(circumstances.keyProtection)}</dd>
      <dt>${say('pack.signed.holds')}</dt>
      <dd>
        ${verdict.valid ? say('pack.signed.holds-yes') : html`<span class="wrong">${say('pack.signed.holds-no')}</span>`}
      </dd>
      <dt>${say('pack.signed.lists')}</dt>
      <dd>
        ${
          relied.length === 0
            ? say('pack.signed.lists-none')
            : relied.map((one) => {
                const kept = keptList(context.lists, one);
                const said = say('pack.signed.list', {
                  issuer: one.issuer,
                  number: one.number,
                  moment: moment(one.thisUpdate, context.registrant.zone),
                });
                return kept
                  ? html`<div><a href="${ROOT}${kept.path}">${said}</a></div>`
                  : html`<div>
                      ${said}<br /><span class="quiet small">${say('pack.signed.list-replaced')}</span>
                    </div>`;
              })
        }
      </dd>
    </dl>
    <h3>${say('pack.check.one')}</h3>
    <pre>${checkOneCommand(signed, signedAt)}</pre>
    <p class="quiet small">
      ${say('pack.check.where')} <a href="${ROOT}HOW-TO-CHECK.html">HOW-TO-CHECK.html</a>
    </p>`;
}

function somNotes({ signature }: PackOrder, withSom: boolean): HtmlPart {
  if (!withSom || signature === null) return null;
  const { level, sentences, reason } = signature.circumstances.som;
  return html`<h2>${say('pack.som.title')}</h2>
    <p>${say('pack.som.level', { level: said(`level.${level}`) })}</p>
    <ul>
      ${sentences.map((one) => html`<li>${one}</li>`)}
    </ul>
    ${reason === null ? null : html`<p>${say('pack.som.reason', { reason })}</p>`}`;
}

/** One order with its linked records, in readable form; of its lines those of one section. */
export function orderPage(
  order: PackOrder,
  lines: readonly LineState[],
  place: OrderPlace,
  context: PackContext,
): string {
  const { state, supplierName } = order;
  const elsewhere = state.lines.length - lines.length;
  const number = state.number === null ? say('pack.no-number') : formatOrderNumber(state.number);
  const links = [
    state.replaces && say('pack.order.replaces', { number: state.replaces.number }),
    state.replacedBy && say('pack.order.replaced-by', { number: state.replacedBy.number }),
  ].filter((one): one is string => one !== null);
  return pageHtml(`${number} · ${say('pack.title')}`, [
    html`<p class="kind">
        <a href="${ROOT}index.html">${say('pack.back')}</a> · ${say(`pack.section.${place.section}`)}
      </p>
      <h1>${say('pack.order.title')} <span class="id">${number}</span></h1>
      <dl>
        <dt>${say('pack.col.state')}</dt>
        <dd><strong>${say(`state.${state.phase}`)}</strong></dd>
        <dt>${say('pack.col.ordered-on')}</dt>
        <dd>${day(state.orderedOn)}</dd>
        <dt>${say('pack.col.supplier')}</dt>
        <dd>${state.draft.supplier.name === null ? supplierName : party(state.draft.supplier)}</dd>
        <dt>${say('pack.order.purchaser')}</dt>
        <dd>${party(state.draft.purchaser)}</dd>
      </dl>
      ${links.map((one) => html`<p>${one}</p>`)}${state.flags.map((flag) => html`<span class="flag">${say(`flag.${flag}`)}</span>`)}
      ${linesTable(lines)}${elsewhere > 0 ? html`<p class="quiet">${say('pack.order.elsewhere', { count: elsewhere })}</p>` : null}
      <h2>${say('pack.order.receipts')} <span class="rule">${say('rule.receipt')}</span></h2>
      ${receiptsTable(order, lines, context)}
      ${order.statements.map(
        (one) =>
          html`<h2>${say(`pack.statement.${one.kind}`)}</h2>
            <p>${say('pack.statement.by', { name: context.names.orText(one.signedBy), date: one.date })}</p>
            <pre>${preformatted(one.text)}</pre>`,
      )}
      ${
        state.statement === null
          ? null
          : html`<h2>${say('pack.statement.supplier')} <span class="rule">${say('rule.statement')}</span></h2>
              <p>${state.statement}</p>`
      }
      ${
        place.files.length === 0
          ? null
          : html`<h2>${say('pack.files')}</h2>
              <ul>
                ${place.files.map(({ path, label }) => html`<li><a href="${path}">${label}</a></li>`)}
              </ul>`
      }
      <h2>${say('pack.signed.title')}</h2>`,
    signatureBox(order, place, context),
    somNotes(order, context.withSom),
    html`<h2>${say('pack.order.history')}</h2>
      ${historyList(order.history, context.registrant.zone)}
      <p class="quiet small">
        ${say('pack.order.json')} <a href="${place.stem}.json">${place.stem}.json</a>
      </p>`,
  ]);
}
