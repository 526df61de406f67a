import type { PageKind } from '../evidence';
import { fold } from './fold';
import { quantityOf } from './lines';
import type { LineValues } from './lines';
import type { Reader } from './reader';
import { isDrugText, plainNdcIn } from './shape';

const ORDERING =
  /\b(?:cart|basket|bag|check ?out|order (?:form|review|summary|confirm\w*|details?|entry|pad|lines?)|(?:review|new|your|current|place|submit|pending|open|confirm|edit|enter|create|sign)\b.{0,30}\border|requisition|purchase order|222|csos|c-?ii order\w*|order (?:is |was |has been )?(?:submitted|placed|accepted|received)|controlled substance order|ready to sign|sign (?:&|and) submit)\b/i;
const OTHERWISE =
  /\b(?:search|results?|catalog(?:ue)?|price (?:list|file|sheet)|pricing|formulary|statement|inventory|on[- ]hand|count sheet|cycle count|count|stock|article|news|blog|help|faq|guide|recalls?|usage|report|contract|quotes?|favou?rites|wish ?list|shopping list|templates?|returns?|credit|destruction|biennial|perpetual|expir\w+|label|package insert|product details?|availability|shortage|compare|dispens\w+|prescriptions?|refills?)\b/i;
const SHIPPING =
  /\b(?:invoice|packing (?:list|slip)|shipment|shipping (?:notice|details)|delivery (?:note|receipt)|receiv(?:e|ing)|receipt|advance ship)\b/i;
const SUBMITTING =
  /\b(?:place|submit|check ?out|sign|review|transmit|complete|finali[sz]e|send) ?(?:\w+ ){0,2}(?:order|cart|basket|requisition|& submit)?\b|\bcheck ?out\b|update (?:cart|quantit\w+|order)|save (?:order|cart)|continue/i;
const ADDING = /^(?:\+|add|add to (?:cart|order|basket|list)|add item|order|buy|buy now)$/i;
const REMOVING = /^(?:x|×|✕|remove|delete|remove item|🗑)$/i;

export interface KindFacts {
  readonly lines: readonly LineValues[];
  readonly hasReceiving: boolean;
  readonly historyRows: number;
  readonly hasOrderNumber: boolean;
  readonly hasDea: boolean;
  /** The portal's profile placed at least one ordered quantity here. */
  readonly isByRules: boolean;
}

/**
 * What a page is for. An order form is a page where one order is composed or reviewed (cart, entry form, review,
 * confirmation): it has at least one line with a quantity of one or more. A catalogue, price list, search result or
 * count sheet isn't one, whatever quantity boxes it has; nor is a basket in which nothing speaks of drugs.
 */
export function kindOf(document: Document, reader: Reader, facts: KindFacts): PageKind {
  const { lines } = facts;
  const headings = [...document.querySelectorAll('h1,h2,[role="heading"],legend,caption')]
    .filter((element) => reader.visible(element))
    .slice(0, 12)
    .map((element) => fold(element.textContent ?? '').slice(0, 120));
  const [first = ''] = headings;
  const main = `${document.title} · ${first}`;
  if (lines.length === 0) return facts.historyRows > 0 ? 'order-history' : 'none';
  if (facts.hasReceiving) return 'shipment';
  if (facts.historyRows > lines.length) return 'order-history';
  if (!lines.some((line) => (quantityOf(line) ?? 0) > 0)) return 'none';
  if (!facts.isByRules && !speaksOfDrugs(lines, facts)) return 'none';
  if (SHIPPING.test(main) && !ORDERING.test(main)) return 'shipment';
  return scoreOf(document, reader, facts, main, headings.join(' · ')) >= 2
    ? 'order-form'
    : facts.historyRows > 0
      ? 'order-history'
      : 'none';
}

function speaksOfDrugs(lines: readonly LineValues[], facts: KindFacts): boolean {
  if (
    lines.some(
      ({ values }) =>
        plainNdcIn(values.get('ndc')?.text ?? '') !== null || /\d{11}/.test(values.get('ndc')?.text ?? ''),
    )
  )
    return true;
  if (
    !lines.some(({ values }) =>
      isDrugText(`${values.get('description')?.text ?? ''} ${values.get('strength')?.text ?? ''}`),
    )
  )
    return false;
  return (
    facts.hasDea ||
    facts.hasOrderNumber ||
    lines.some(({ values }) => values.has('schedule') || values.get('packageSize')?.label)
  );
}

function scoreOf(
  document: Document,
  reader: Reader,
  facts: KindFacts,
  main: string,
  headings: string,
): number {
  const rows = facts.lines.map((line) =>
    [
      ...line.element.querySelectorAll('button,a,input[type="submit"],input[type="button"],[role="button"]'),
    ].map(faceOf),
  );
  const share = (pattern: RegExp) =>
    rows.filter((faces) => faces.some((face) => pattern.test(face))).length / rows.length;
  const buttons = [
    ...document.querySelectorAll(
      'button,input[type="submit"],input[type="button"],a[role="button"],a[class*="btn"],a[class*="button"]',
    ),
  ]
    .filter((button) => reader.visible(button))
    .map(faceOf);
  const filled = facts.lines.filter(
    (line) => line.values.get('packages')?.editable && (quantityOf(line) ?? 0) > 0,
  ).length;
  let score = facts.isByRules ? 3 : 0;
  if (ORDERING.test(main)) score += 2;
  else if (ORDERING.test(headings)) score += 1;
  if (buttons.some((face) => SUBMITTING.test(face) && !/search/i.test(face))) score += 2;
  if (share(REMOVING) >= 0.5) score += 1;
  if (share(ADDING) >= 0.5) score -= 3;
  if (filled > 0) score += 1;
  if (facts.hasOrderNumber) score += 1;
  if (facts.hasDea) score += 1;
  if (facts.lines.some((line) => /ord|packages|requested/i.test(line.values.get('packages')?.label ?? '')))
    score += 1;
  if (OTHERWISE.test(main)) score -= ORDERING.test(main) ? 1 : 3;
  return score;
}

function faceOf(element: Element): string {
  return fold(
    (element as HTMLInputElement).value ||
      element.textContent ||
      element.getAttribute('aria-label') ||
      element.getAttribute('title') ||
      '',
  ).slice(0, 40);
}
