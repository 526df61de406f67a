import type { PortalProfile } from '../profiles/profile';
import { found } from './found';
import type { Found } from './found';
import { fold } from './fold';
import type { Labelled } from './inline';
import { fieldsOfLabel } from './label';
import type { Reader, Segment } from './reader';
import { deaFormsIn, deaNumbersIn } from './shape';

const SELLER =
  /supplier|vendor|seller|distribut|wholesal|ship(?:ped)?[ -]?from|sold by|remit|from:|our dea|registrant supplying|\u00a9|copyright/i;
const BUYER =
  /purchaser|buyer|customer|account|ship[ -]?to|bill[ -]?to|sold[ -]?to|deliver(?:y)? to|pharmacy|hospital|clinic|your dea|ordering|registrant|location|store/i;
/** First letters DEA gives to practitioners and pharmacies, and to distributors and manufacturers. */
const PRACTITIONER = /^[ABFGM]/;
const DISTRIBUTOR = /^[PR]/;

export interface Parties {
  readonly supplierDea: Found | null;
  readonly purchaserDea: Found | null;
}

/** Whose DEA numbers these are: by the words nearest around each, then by its first letter. */
export function partiesOf(stream: readonly Segment[], reader: Reader): Parties {
  const seen = new Map<string, { side: number; confidence: number; label: string | null }>();
  stream.forEach((segment, i) => {
    for (const number of numbersOf(segment, stream[i - 1])) {
      if (!reader.inked(segment.element)) continue;
      const context = contextOf(segment, stream.slice(Math.max(0, i - 6), i), number);
      const prior = PRACTITIONER.test(number) ? -1 : DISTRIBUTOR.test(number) ? 1 : 0;
      const side = context.isNear ? context.side : prior || context.side || 1;
      const confidence = side === prior ? (side === context.side ? 0.95 : 0.8) : context.isNear ? 0.85 : 0.6;
      const known = seen.get(number);
      if (!known || known.confidence < confidence)
        seen.set(number, { side, confidence, label: labelOf(segment, stream[i - 1], number) });
    }
  });
  const best = (side: number) => {
    const [entry] = [...seen]
      .filter(([, value]) => value.side === side)
      .sort(([, a], [, b]) => b.confidence - a.confidence);
    return entry ? found(entry[0], entry[1].label, entry[1].confidence) : null;
  };
  return { supplierDea: best(1), purchaserDea: best(-1) };
}

/**
 * DEA numbers of a segment. Under a label that names them also those whose check digit is wrong: a mistyped registration must be
 * seen as the page shows it, or the pharmacy's own would silently stand in for it.
 */
function numbersOf({ text }: Segment, before: Segment | undefined): readonly string[] {
  const isLabelled =
    /\bDEA\b/i.test(text) || (before !== undefined && fieldsOfLabel(before.text).includes('dea'));
  return isLabelled ? deaFormsIn(text) : deaNumbersIn(text);
}

function labelOf(segment: Segment, before: Segment | undefined, number: string): string | null {
  const own = fold(segment.text.slice(0, segment.text.indexOf(number)));
  if (own) return own;
  return before && fieldsOfLabel(before.text).includes('dea') ? before.text : null;
}

/** Side 1 the seller's, −1 the buyer's, 0 the words don't say. Near: the words right before it say so. */
function contextOf(
  segment: Segment,
  before: readonly Segment[],
  number: string,
): { readonly side: number; readonly isNear: boolean } {
  const own = segment.text.slice(0, segment.text.indexOf(number));
  const near = sideOf(own) || sideOf(before.at(-1)?.text ?? '');
  if (near) return { side: near, isNear: true };
  let element: Element | null = segment.element;
  for (
    let level = 0;
    level < 5 && element && element.tagName !== 'BODY';
    level++, element = element.parentElement
  ) {
    const text = fold(element.textContent ?? '');
    if (text.length > 600) break;
    const side =
      sideOf(text.slice(0, text.indexOf(number))) || sideOf(element.getAttribute('aria-label') ?? '');
    if (side) return { side, isNear: false };
    if (/^(?:FOOTER|HEADER)$/.test(element.tagName) && text.length < 300)
      return { side: element.tagName === 'FOOTER' ? 1 : 0, isNear: false };
  }
  for (const { text } of [...before].reverse()) {
    const side = sideOf(text);
    if (side) return { side, isNear: false };
  }
  return { side: 0, isNear: false };
}

/** The last word of either side in the text wins. */
function sideOf(text: string): number {
  const last = (pattern: RegExp) =>
    Math.max(-1, ...[...text.matchAll(new RegExp(pattern, 'gi'))].map((match) => match.index));
  const seller = last(SELLER);
  const buyer = last(BUYER);
  return seller === buyer ? 0 : seller > buyer ? 1 : -1;
}

const COMPANY =
  /\b(?:drugs?|pharma\w*|wholesale\w*|distribut\w+|supply|supplies|health\w*|medical|inc|llc|corp\w*|co|company|laborator\w+|logistics|specialty|rx)\b/i;
const PAGE_WORD =
  /\b(?:order|cart|basket|checkout|review|history|status|invoice|home|welcome|sign|portal|form|shipment|receiv\w+|search|page|login|account|confirm\w*|submit\w*|requisition|catalog\w*|details?|summary|csos|222|c-?ii|schedule|dashboard|new|my|your)\b/i;

const COPYRIGHT = /©|\(c\)|copyright/i;

/** Who runs this portal: its profile, what the page labels as supplier, then its own name in masthead, title and footer. */
export function supplierNameOf(
  document: Document,
  labelled: readonly Labelled[],
  stream: readonly Segment[],
  reader: Reader,
  profile: PortalProfile | undefined,
): Found | null {
  if (profile?.supplier.name) return found(profile.supplier.name, null, 1);
  const stated = labelled.find(
    (value) => value.field === 'supplier' && reader.legible(value.element) && /[a-z]{3}/i.test(value.text),
  );
  if (stated) return found(stated.text.split(/\s+DEA\b/)[0] as string, stated.label, 0.9);
  const weights = new Map<string, number>();
  const add = (text: string | null | undefined, weight: number) => {
    const name = tidyName(text ?? '');
    if (name.length < 3 || name.length > 60 || !/[a-z]{2}/i.test(name)) return;
    const bonus = COMPANY.test(name) ? 0.3 : 0;
    const malus = PAGE_WORD.test(name) ? 0.5 : 0;
    weights.set(name, (weights.get(name) ?? 0) + weight + bonus - malus);
  };
  add(
    document
      .querySelector('meta[property="og:site_name"],meta[name="application-name"]')
      ?.getAttribute('content'),
    0.5,
  );
  for (const part of document.title.split(/\s+[-–—|·:»]\s+|: /)) add(part, 0.35);
  for (const image of document.querySelectorAll(
    'header img[alt],[class*="logo"] img[alt],img[class*="logo"],img[alt*="logo" i]',
  ))
    add(image.getAttribute('alt'), 0.45);
  for (const element of document.querySelectorAll(
    'header,[role="banner"],[class*="logo"],[class*="brand"],[id*="logo"],[id*="brand"],[class*="masthead"],h1',
  )) {
    const [first] = reader.legible(element) ? reader.segments(element) : [];
    add(first?.text, element.tagName === 'H1' ? 0.15 : 0.45);
  }
  for (const element of document.querySelectorAll(
    'footer,[role="contentinfo"],[class*="footer"],[id*="footer"],small,address',
  )) {
    // A page may set all its prices small; where they stand is asked of those that claim anything.
    const said = element.textContent ?? '';
    const text = COPYRIGHT.test(said) && reader.legible(element) ? fold(said) : '';
    add(
      /(?:©|\(c\)|copyright)\s*(?:\d{4}\s*(?:[-–]\s*\d{4})?)?,?\s*([^.,|·;]{3,60}?(?:,? (?:inc|llc|corp|co)\b\.?)?)(?=[.,|·;]|\s+(?:all rights|DEA)|$)/i.exec(
        text,
      )?.[1],
      0.45,
    );
  }
  // Old pages have their name first, in letters or as a picture, without saying that it is one.
  const picture = [...document.querySelectorAll('img[alt]')].find((image) => reader.visible(image));
  if (!picture?.closest('li,td ~ td')) add(picture?.getAttribute('alt'), 0.35);
  const [first] = stream
    .slice(0, 6)
    .filter(
      ({ element, editable }) =>
        !editable && !element.closest('a,nav,button,label') && reader.legible(element),
    );
  add(first?.text, 0.3);
  const [best] = [...weights].sort(([, a], [, b]) => b - a);
  return best && best[1] > 0.3 ? found(best[0], null, Math.min(0.9, 0.5 + best[1] / 2)) : null;
}

function tidyName(text: string): string {
  return fold(text)
    .replace(/\s+(?:logo|home|(?:online |customer |ordering |web )*(?:portal|ordering|store))$/i, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, '')
    .replace(/^(?:welcome to|logo:?)\s+/i, '')
    .trim();
}
