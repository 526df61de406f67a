import { fold } from './fold';

/** What a column or a labelled value can be. Fields of a line first, then those of an order and a page. */
export const fields = [
  'ndc',
  'itemNumber',
  'description',
  'strength',
  'form',
  'packageSize',
  'packages',
  'shipped',
  'received',
  'schedule',
  'unit',
  'suggested',
  'csosNumber',
  'poNumber',
  'orderNumber',
  'state',
  'reason',
  'date',
  'shipDate',
  'invoiceDate',
  'invoiceNumber',
  'receivedDate',
  'lineCount',
  'supplier',
  'dea',
  'other',
] as const;
export type Field = (typeof fields)[number];

/** Normal form in which labels are compared: lower case, without decoration. */
export function normalLabel(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/[.:*()[\]▲▼△▽↑↓↕⇅►]/g, ' ')
    .replace(/\s*[-–—]\s*$/, '')
    .replace(/\b(?:number|num|nbr|no)\b|№/g, '#')
    .replace(/\bquantity\b|\bqnty\b|\bqtys\b/g, 'qty')
    .replace(/\bpackages\b/g, 'pkgs')
    .replace(/\bpackage\b|\bpkge?\b/g, 'pkg')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Amounts that somebody proposes or allows: shown, never ordered. */
const SUGGESTED =
  /^(?:suggest\w*|recommend\w*|proposed|rec|min(?:imum)?|max(?:imum)?|auto)(?: (?:order|ord|reorder|buy))?(?: (?:qty|pkgs?))?$|^(?:order )?(?:qty|pkgs?) (?:suggest\w*|recommend\w*|proposed|min(?:imum)?|max(?:imum)?)$/;

/** How many lines the page says there are. */
const LINE_COUNT =
  /^(?:total |# of |order )?(?:lines|line items|line count)(?: (?:in order|ordered|count|total))?$|^(?:total|# of) (?:line )?items$|^(?:line )?item count$/;

/** Quantities and sizes that are about something else than this order. Checked before everything. */
const OTHER =
  /on ?hand|on order|available|suggest|recommend|\bmin\b|minimum|\bmax\b|maximum|allow|limit|remain|\blast\b|previous|prior|avg|average|\bpar\b|back ?order|\bb\/?o\b|cancel|return|count(?:ed)? qty|counted|physical|inventory|in stock|per case|case qty|open qty|usage|forecast|12 ?mo|month|week|year|\bytd\b|expir|\blot\b|price|amount|cost|total|\bext\b|extended/;

/**
 * Labels of portals.md on their normal form, first match wins. One label may stand for several fields (Ordered: a
 * quantity or a day); the values decide.
 */
const LABELS: readonly (readonly [RegExp, readonly Field[]])[] = [
  [/^(?:line|ln|row|pos|seq)(?: ?#)?$|^#$/, ['other']],
  [/\bndc\b|national drug code/, ['ndc']],
  [
    /^(?:supplier|vendor|seller|distributor|wholesaler|sold by|ship from|shipped from|ordered from|order from)(?: name)?$|^(?:to )?name of supplier$|^(?:supplier|vendor)\/.*$/,
    ['supplier'],
  ],
  [
    /^csos?(?: ?(?:order|tracking|id|po))*(?: ?(?:#|id))?$|^(?:e-?)?222(?: ?(?:form|order))?(?: ?#)?$|^utn$|unique tracking|^tracking #$|^dea (?:blank|form|order form)(?: ?(?:#|id))?$|^(?:dea )?order form #$|^csos? .{0,20}(?:#|id)$/,
    ['csosNumber'],
  ],
  [
    /^(?:customer |your |cust )?p ?\/?o(?: ?(?:#|id|ref))?$|^(?:customer |your )?purchase order(?: ?#)?$|^po\/reference$/,
    ['poNumber'],
  ],
  [
    /^(?:sales |web |your |confirmation |our |supplier )?order ?(?:#|id|ref(?:erence)?)$|^(?:order )?confirmation(?: ?#)?$|^requisition(?: ?#)?$/,
    ['orderNumber'],
  ],
  [
    /^(?:date|dt|day) (?:received|rec'?d|rcvd)$|^(?:received?|rcvd|receipt) (?:date|dt|on)$|^received on$/,
    ['receivedDate'],
  ],
  [/^(?:date|dt) (?:shipped|ship)$|^ship(?:ped|ping|ment)? (?:date|dt|on|day)$|^shipped on$/, ['shipDate']],
  [/^(?:invoice|billing|inv|bill) (?:date|dt)$/, ['invoiceDate']],
  [
    /^(?:date|dt)(?: (?:ordered|placed|submitted|created|entered))?$|^order(?:ed)? (?:date|dt|on|placed)$|^(?:created|placed|submitted|entered)(?: on| date)?$|^po date$/,
    ['date'],
  ],
  [
    /^(?:qty |# of pkgs? |pkgs? |units )?(?:shipped|ship|shp|shpd|invoiced|inv|delivered|filled|dispatched)(?: (?:qty|pkgs?|qty pkgs?))?$|^qty (?:shipped|ship|delivered) ?\w*$|^(?:shipped|ship) qty.*$/,
    ['shipped'],
  ],
  [
    /^(?:qty |# of pkgs? |# pkgs? |pkgs? |units )?(?:received?|rcvd|rec'?d|rcd)(?: (?:qty|pkgs?|# of pkgs?))?$|^qty (?:received|rcvd|rec'?d).*$|^received qty.*$/,
    ['received'],
  ],
  [
    /^(?:dea )?(?:schedule|sched|sch)(?: class| code)?$|^(?:dea|drug|control(?:led)?|csa|cs|controlled substance) (?:class|code|schedule|sch)$|^class(?:ification)?$|^c-?s$|^cii$|^control(?:led)?$|^sch\/class$/,
    ['schedule'],
  ],
  [/^dea$/, ['schedule', 'dea']],
  [
    /^(?:um|uom|u\/m|u of m|unit(?: of (?:measure|issue|sale))?|(?:sell(?:ing)?|order|qty) (?:um|uom|unit))$/,
    ['unit'],
  ],
  [/^(?:units)$/, ['unit', 'packages']],
  [
    /^(?:invoice|inv|billing|bill|packing (?:list|slip)|delivery)(?: ?#| id| doc(?:ument)? ?#)$|^invoice$/,
    ['invoiceNumber'],
  ],
  [/\bdea\b.*(?:#|registration|reg|lic)|^dea (?:id|reg)/, ['dea']],
  [
    /^(?:size|sz)$|^(?:pkgs?|pack|unit|container|bottle|btl|item|product|selling unit)(?: ?\/? ?)(?:size|sz|qty|count|ct)(?: .*)?$|^size of (?:pkgs?|container|bottle|pack)s?$|^pack$|^pkg$|^packaging$|^units?(?:\/| per | in )(?:pkgs?|pack|bottle|container)$|^(?:ct|count)$|^pack(?:\/| )size.*$|^(?:pkgs?|pack)\/size$|^size\/(?:pkgs?|pack|unit|um|uom)$|^size(?: um| uom| units?)$/,
    ['packageSize'],
  ],
  [
    /^(?:order(?:ed)?|ord|orig(?:inal)?|requested|req|your|cart|new|confirm(?:ed)?|approved|purchase)? ?qty(?: (?:ordered|ord|order|requested|req|to order|pkgs?|in pkgs?|in cart|of pkgs?))?$|^(?:# of|#) (?:pkgs?|bottles|units ordered|containers)(?: ordered)?$|^qty ?\/ ?(?:um|uom|unit)$|^pkgs? (?:ordered|ord|qty)$|^ordered (?:pkgs?|qty)$|^pkgs? to order$|^order pkgs?$|^(?:ordered|order) (?:qty|pkgs?).*$/,
    ['packages'],
  ],
  [/^ordered$/, ['packages', 'date']],
  [/^order$/, ['packages', 'orderNumber']],
  [/^pkgs$|^bottles$/, ['packages', 'packageSize']],
  [
    /^strength\/(?:dosage )?form$|^strength$|^str$|^dose$|^potency$|^strength\/.*$|^(?:drug|product|item) strength$/,
    ['strength'],
  ],
  [/^(?:dosage |dose |drug |product )?form$|^dosage$|^dosage type$/, ['form']],
  [
    /^(?:item|product|drug|line|material|article|medication|generic|brand|trade|label|full)?(?: ?\/ ?drug)? ?(?:description|descr|desc|name)(?:\/.*| .*)?$|^(?:product|drug|medication|article|material|name of (?:item|article|drug|product)|title)s?$|^(?:item|product) (?:&|and|\/) .*$|^description.*$/,
    ['description'],
  ],
  [/^(?:supplier|vendor|wholesaler|distributor) (?:item|product|sku|part)$/, ['itemNumber']],
  [/^item$|^items$/, ['description', 'itemNumber']],
  [
    /^(?:supplier|vendor|wholesaler|catalog|cat|our|your|mfr|material|product|stock|part|sku|abc|cin|item|distributor|reorder)(?: (?:item|catalog|part|product|stock|material))? ?(?:#|code|id|key)(?:\/.*)?$|^(?:cin|sku|catalog|abc|stock#)$|^mpn$/,
    ['itemNumber'],
  ],
  [/^(?:order |csos |current |line |item |e222 |fulfillment )?(?:status|state)(?: .{0,12})?$/, ['state']],
  [
    /^(?:omit(?: code)?|(?:omit |cut |rejection |refusal )?reason(?: code)?|statement|message|remarks?|comments?|notes?)$/,
    ['reason'],
  ],
];

/** A stem that every label above has: one look spares most texts the whole table. */
const STEM =
  /ndc|drug|item|u\/?m|uom|propos|auto|ord|line|ln|row|pos|seq|#|supplier|vendor|seller|distrib|wholesal|sold|ship|order|cso|222|utn|track|dea|form|p\.?\s?\/?o\b|purchase|confirm|requis|rec|rcvd|date|dt|inv|bill|created|placed|submitted|entered|qty|quant|qnty|deliv|filled|dispatch|sched|sch|class|code|c-?s|cii|control|size|sz|pack|pkg|unit|count|ct|bottle|btl|strength|str|dose|potency|dosage|desc|name|product|medication|article|material|title|cat|sku|abc|cin|stock|mpn|state|status|omit|reason|statement|message|remark|comment|note|hand|avail|suggest|recommend|min|max|allow|limit|remain|last|prev|prior|av|par|back|b\/?o|cancel|return|inventory|case|usage|forecast|month|week|year|ytd|exp|lot|price|amount|cost|total|ext/i;

const NONE: readonly Field[] = [];
/** Texts whose answer is kept; a long order has more, each met a few times within a line. */
const MAX_KNOWN = 2_000;
const known = new Map<string, readonly Field[]>();

/** Fields that a label may stand for, likeliest first; empty where it is no label we know. */
export function fieldsOfLabel(text: string): readonly Field[] {
  if (!text || text.length > 60 || !STEM.test(text)) return NONE;
  let answer = known.get(text);
  if (answer) return answer;
  answer = classify(text, normalLabel(text));
  if (known.size >= MAX_KNOWN) dropOldest();
  known.set(text, answer);
  return answer;
}

/** The older half at a time, so that a page of many texts doesn't drop one with each that it adds. */
function dropOldest(): void {
  let left = MAX_KNOWN / 2;
  for (const text of known.keys()) {
    if (left-- <= 0) return;
    known.delete(text);
  }
}

function classify(text: string, label: string): readonly Field[] {
  if (
    !label ||
    label.length > 45 ||
    /:\s*[^\s(]/.test(text) ||
    /\d{4}|\s\d[\d,.]*$/.test(text.replace(/222$/, ''))
  )
    return [];
  if (SUGGESTED.test(label)) return ['suggested'];
  if (LINE_COUNT.test(label)) return ['lineCount'];
  if (OTHER.test(label) && !/\bndc\b|^pkg size|size of/.test(label)) return ['other'];
  for (const [pattern, answer] of LABELS) if (pattern.test(label)) return answer;
  return [];
}

/**
 * Words of a heading that no table above knows; read only over a column, where the values must bear them out, and where a
 * stranger's wording is likelier than a label of something else.
 */
const LOOSE: readonly (readonly [RegExp, readonly Field[]])[] = [
  [
    /\b(?:patient|customer|user|contact|first|last|account|store|ship to|bill to|company|prescriber|buyer)\b/,
    [],
  ],
  [
    /\b(?:sched\w*|sch)\b|\b(?:dea|csa|drug|control\w*) (?:class\w*|cls|code|cat\w*|level)\b|\bc-?ii\b/,
    ['schedule'],
  ],
  [
    /\b(?:qty|pkgs?|count)\b.*\b(?:ship\w*|shp\w*|sent|invoiced|delivered)\b|\b(?:ship\w*|sent) (?:qty|pkgs?)\b/,
    ['shipped'],
  ],
  [
    /\b(?:qty|pkgs?|count)\b.*\b(?:rec\w*|rcv\w*|arrived|accepted)\b|\b(?:rec(?:eiv\w*|'?d|vd)|rcvd?|arrived) (?:qty|pkgs?|now)\b/,
    ['received'],
  ],
  [
    /\b(?:size|sz)\b|\b(?:pack|pkg|package|container|bottle)\b(?!s?\b.*\bqty)|\b(?:ct|count) per\b/,
    ['packageSize'],
  ],
  [/\bqty\b|\bpkgs\b|^ord(?:er(?:ed)?)?\b|\bhow many\b|^(?:bottles|containers)\b/, ['packages']],
  [
    /\b(?:item|product|prod|catalog|cat|sku|material|matl|stock|part|supplier|vendor|wholesaler|order)\b.*(?:#|\bcode\b|\bid\b|\bref\b)/,
    ['itemNumber'],
  ],
  [/\bdesc\w*|\bproducts?\b|\bdrug\b|\bmedic\w+|\bitem\b|\barticle\b|\bname\b/, ['description']],
  [/\bstr(?:ength)?\b|\bdose\b/, ['strength']],
  [/\bform\b/, ['form']],
  [/\b(?:status|state)\b/, ['state']],
  [/\b(?:reason|omit|message)\b/, ['reason']],
];

/** As `fieldsOfLabel`, and where that knows nothing, what the words of a column's heading suggest. */
export function fieldsOfHeading(text: string): {
  readonly fields: readonly Field[];
  readonly isLoose: boolean;
} {
  const fields = fieldsOfLabel(text);
  if (fields.length > 0) return { fields, isLoose: false };
  const label = normalLabel(text);
  if (!label || label.length > 45 || label.split(' ').length > 6 || /\d{3}/.test(label))
    return { fields: NONE, isLoose: true };
  return { fields: LOOSE.find(([pattern]) => pattern.test(label))?.[1] ?? NONE, isLoose: true };
}
