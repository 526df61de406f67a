import { formatOrderNumber } from '@/lib/base';
import type { DraftParty, LineState } from '@/lib/order';
import { say } from '@/lib/words';
import type { Signer } from './certificate-files';
import { html, preformatted, type Html, type HtmlPart } from './html';
import { elsewhere, linkedPage, type LinkedPlace } from './linked-page';
import { linesTable, receiptsTable } from './order-tables';
import type { PackContext } from './pack-context';
import type { PackOrder } from './pack-order';
import { day, said } from './said';
import { signatureBox } from './signature-box';

interface OrderPlace extends LinkedPlace {
  /** As seen from the pack's root; null for tracked orders. */
  readonly signed: string | null;
  readonly signer: Signer | null;
}

function party({ name, deaNumber, address }: DraftParty): Html {
  const { street, street2, city, state, postalCode } = address;
  const region = [city, state, postalCode].filter((one) => one !== null).join(' ');
  const lines = [street, street2, region].filter((one): one is string => one !== null && one !== '');
  return html`${name ?? say('pack.unknown')} · ${say('pack.dea')}
    <span class="id">${deaNumber ?? say('pack.unknown')}</span>${lines.map((one) => html`<br />${one}`)}`;
}

function statements({ state, statements: own }: PackOrder, { names }: PackContext): HtmlPart {
  return [
    own.map(
      (one) =>
        html`<h2>${say(`pack.statement.${one.kind}`)}</h2>
          <p>${say('pack.statement.by', { name: names.orText(one.signedBy), date: one.date })}</p>
          <pre>${preformatted(one.text)}</pre>`,
    ),
    state.statement === null
      ? null
      : html`<h2>${say('pack.statement.supplier')} <span class="rule">${say('rule.statement')}</span></h2>
          <p>${state.statement}</p>`,
  ];
}

function somNotes({ signature }: PackOrder, withSom: boolean): HtmlPart {
  if (!withSom || signature === null) return null;
  const { level, sentences, reason, lowered = [] } = signature.circumstances.som;
  return html`<h2>${say('pack.som.title')}</h2>
    <p>${say('pack.som.level', { level: said(`level.${level}`) })}</p>
    <ul>
      ${sentences.map((one) => html`<li>${one}</li>`)}
    </ul>
    ${reason === null ? null : html`<p>${say('pack.som.reason', { reason })}</p>`}
    ${lowered.map(({ name, fromUnits, toUnits, reason: why }) => html`<p>${say('timeline.som.lowered', { name, from: fromUnits, to: toUnits, reason: why })}</p>`)}`;
}

/** One order with its linked records, in readable form; of its lines those of one section. */
export function orderPage(
  order: PackOrder,
  lines: readonly LineState[],
  place: OrderPlace,
  context: PackContext,
): string {
  const { state, supplierName } = order;
  const { zone } = context.registrant;
  const number = state.number === null ? say('pack.no-number') : formatOrderNumber(state.number);
  const links = [
    state.replaces && say('pack.order.replaces', { number: state.replaces.number }),
    state.replacedBy && say('pack.order.replaced-by', { number: state.replacedBy.number }),
  ].filter((one): one is string => one !== null);
  const body = html`<h1>${say('pack.order.title')} <span class="id">${number}</span></h1>
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
    ${linesTable(lines)}${elsewhere(state.lines, lines)}
    <h2>${say('pack.order.receipts')} <span class="rule">${say('rule.receipt')}</span></h2>
    ${receiptsTable(order, lines, zone)}${statements(order, context)}`;
  const after = [
    html`<h2>${say('pack.signed.title')}</h2>`,
    signatureBox(order, place, context),
    somNotes(order, context.withSom),
  ];
  return linkedPage(number, place, { body, after, history: order.history, zone });
}
