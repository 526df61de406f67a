import type { PageKind } from '../evidence';
import type { Faces } from './faces';
import { quantityOf } from './lines';
import type { Field } from './label';
import type { LineValues } from './lines';
import { SAMPLE } from './sampled';
import { isControlledName, isDrugText, plainNdcIn } from './shape';

const ORDERING =
  /\b(?:cart|basket|bag|check ?out|order (?:form|#|(?:no\.? ?|number ?)?[a-z]{0,3}-?\d{3,}|\d\dx|review|summary|confirm\w*|details?|entry|pad|lines?)|(?:review|new|your|current|place|submit|pending|open|confirm|edit|enter|create|sign)\b.{0,30}\border|requisition|purchase order|222|csos|c-?ii order\w*|order (?:is |was |has been )?(?:submitted|placed|accepted|received)|controlled substance order|ready to sign|sign (?:&|and) submit)\b/i;
const OTHERWISE =
  /\b(?:search|results?|catalog(?:ue)?|price (?:list|file|sheet)|pricing|formulary|statement|inventory|on[- ]hand|count sheet|cycle count|count|stock|article|news|blog|help|faq|guide|recalls?|usage|report|contract|quotes?|favou?rites|wish ?list|shopping list|templates?|returns?|credit|destruction|biennial|perpetual|expir\w+|label|package insert|product details?|availability|shortage|compare|dispens\w+|prescriptions?|refills?)\b/i;
const SHIPPING =
  /\b(?:invoice|packing (?:list|slip)|shipment|shipping (?:notice|details)|delivery (?:note|receipt)|receiv(?:e|ing)|receipt|advance ship)\b/i;
const SUBMITTING =
  /\b(?:place|submit|check ?out|sign|review|transmit|complete|finali[sz]e|send|approve|authori[sz]e|release|process|confirm) ?(?:\w+ ){0,2}(?:order|cart|basket|requisition|& submit)?\b|\bcheck ?out\b|update (?:cart|quantit\w+|order)|save (?:order|cart)|continue/i;
/** What sends an order as it stands: on a page where amounts are filled in, that makes an order of it. */
const SENDING =
  /^(?:submit|place|send|transmit|sign|finali[sz]e|complete)(?: (?:\w+|&)){0,3} (?:order|requisition)\b/i;
/** Lists that orders are made of. */
const PADS =
  /\b(?:guide|favou?rites|templates?|(?:shopping|order|my|usual|standing|quick|saved|stock|par|buy) ?(?:list|pad|sheet)s?|inventory|stock|par levels?)\b/gi;
/** Texts about orders, with examples. */
const EXPLAINING =
  /\b(?:how to|(?<!\b(?:order(?:ing)?|buying|purchas\w+|reorder|shopping|stock) )guide|faqs?|help (?:center|topics?|page)|examples?|explain\w*|tutorial|training|glossary)\b/i;
/** Lists of orders, sent or returned, that are about something else than what was ordered. */
const ASTRAY =
  /\b(?:returns?|return auth\w*|rmas?|credit (?:memo|request)s?|statements?|recalls?|back-? ?orders?|budget|usage|quotes?|inventory|price|formulary|guide|faq|help)\b/i;
const PAGE_ADDING =
  /^add (?:(?:all|selected|checked|marked|these|items?|\(?\d+\)?) )*(?:items? )?to (?:my )?(?:cart|order|basket|list)/i;
const ADDING = /^(?:\+|add|add to (?:cart|order|basket|list)|add item|order|buy|buy now)$/i;
const REMOVING = /^(?:x|×|✕|remove|delete|remove item|🗑)$/i;

export interface KindFacts {
  readonly lines: readonly LineValues[];
  /** Shipped or received amounts are shown, or asked for. */
  readonly hasReceiving: boolean;
  readonly historyRows: number;
  readonly hasOrderNumber: boolean;
  readonly hasDea: boolean;
  /** The portal's profile placed at least one ordered quantity here. */
  readonly isByRules: boolean;
  /** A number or a day of an invoice stands on the page. */
  readonly hasInvoice: boolean;
}

/**
 * What a page is for. An order form is a page where one order is composed or reviewed (cart, entry form, review,
 * confirmation): it has at least one line with a quantity of one or more. A catalogue, price list, search result or
 * count sheet isn't one, whatever quantity boxes it has; nor is a basket in which nothing speaks of drugs.
 */
export function kindOf(faces: Faces, facts: KindFacts): PageKind {
  const { lines, historyRows } = facts;
  const { main } = faces;
  if (EXPLAINING.test(main)) return 'none';
  const isAstray =
    ASTRAY.test(main) &&
    !/\border (?:history|status|list|details?|form|review)\b|\borders\b|\bcart\b/i.test(main);
  const history: PageKind = historyRows > 0 && !isAstray ? 'order-history' : 'none';
  if (lines.length === 0) return history;
  if (facts.hasReceiving) return isAstray && !SHIPPING.test(main) ? 'none' : 'shipment';
  if (historyRows > lines.length) return history;
  if (!lines.some((line) => (quantityOf(line) ?? 0) > 0)) return history;
  if (!facts.isByRules && !speaksOfDrugs(lines, facts)) return 'none';
  if (
    (SHIPPING.test(`${main} · ${faces.lead}`) || facts.hasInvoice) &&
    !ORDERING.test(main) &&
    !isFilled(lines)
  )
    return 'shipment';
  return scoreOf(faces, facts) >= 2 ? 'order-form' : history;
}

/** Somebody is writing amounts here. */
function isFilled(lines: readonly LineValues[]): boolean {
  return lines.some((line) => line.values.get('packages')?.editable && (quantityOf(line) ?? 0) > 0);
}

function speaksOfDrugs(lines: readonly LineValues[], facts: KindFacts): boolean {
  const text = (line: LineValues, field: Field) => line.values.get(field)?.text ?? '';
  if (lines.some((line) => plainNdcIn(text(line, 'ndc')) !== null || /\d{11}/.test(text(line, 'ndc'))))
    return true;
  if (lines.some((line) => isControlledName(text(line, 'description')))) return true;
  if (!lines.some((line) => isDrugText(`${text(line, 'description')} ${text(line, 'strength')}`)))
    return false;
  return facts.hasDea || facts.hasOrderNumber || lines.some(({ values }) => values.has('schedule'));
}

function scoreOf(faces: Faces, facts: KindFacts): number {
  const { lines } = facts;
  const { main, headings, lead, buttons } = faces;
  const rows = lines.slice(0, SAMPLE).map(({ element }) => faces.within(element));
  const share = (pattern: RegExp) =>
    rows.filter((row) => row.some((face) => pattern.test(face))).length / rows.length;
  let score = facts.isByRules ? 3 : 0;
  if (ORDERING.test(main)) score += 2;
  else if (ORDERING.test(`${headings} · ${lead}`)) score += 1;
  if (buttons.some((face) => SUBMITTING.test(face) && !/search/i.test(face))) score += 2;
  if (share(REMOVING) >= 0.5) score += 1;
  if (share(ADDING) >= 0.5) score -= 3;
  if (buttons.some((face) => PAGE_ADDING.test(face))) score -= 2;
  if (isFilled(lines)) score += 1;
  if (facts.hasOrderNumber) score += 1;
  if (facts.hasDea) score += 1;
  if (lines.some((line) => /ord|packages|requested/i.test(line.values.get('packages')?.label ?? '')))
    score += 1;
  const isSent = isFilled(lines) && share(ADDING) < 0.5 && buttons.some((face) => SENDING.test(face));
  if (OTHERWISE.test(isSent ? main.replace(PADS, '') : main)) score -= ORDERING.test(main) ? 1 : 3;
  return score;
}
