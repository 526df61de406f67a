import { foldText } from './fold-text';

const CONTAINER =
  '(?:btl|bottle|bottles|bt|box|bx|carton|ctn|pk|pkg|pkt|pack|package|jar|tube|tub|vial|vl|vls|vials|amp|amps|syr|syringe|card|case|cs|blister|ud|unit dose|bag|can|tray|#)';
const COUNTED =
  "(?:ea|each|ct|count|cnt|un|unit|units|tab|tabs|tablet|tablets|tb|cap|caps|capsule|capsules|patch|patches|film|films|strips?|supp|lozenges?|vials?|vl|syr|syringes?|amps?|btl|bt|box|bx|pk|ud|@|s|’s|'s)";
const VOLUMES: Readonly<Record<string, number>> = {
  ml: 1,
  cc: 1,
  l: 1000,
  liter: 1000,
  pt: 473,
  pint: 473,
  qt: 946,
  gal: 3785,
  'fl oz': 29.5735,
  oz: 29.5735,
  gm: 1,
  g: 1,
  gr: 1,
  gram: 1,
  grams: 1,
  kg: 1000,
};
const NUMBER = '(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|\\.\\d+)';
const MEASURE = Object.keys(VOLUMES).join('|');
/** `100/pkg`, `100 tablets per bottle`: the container that holds them follows. */
const PER = new RegExp(String.raw`(?:\s*/\s*|\s+(?:per|a|in an?|in each)\s+)(?=${CONTAINER}\.?$)`);
const WHOLE = new RegExp(
  `^${CONTAINER}?\\.?\\s*(?:of\\s*)?${NUMBER}\\s*${CONTAINER}?\\s*(?:x\\s*${NUMBER}\\s*(?:x\\s*${NUMBER})?)?\\s*(?:(${MEASURE})\\.?|${COUNTED})?\\s*(?:${CONTAINER}|${COUNTED})?\\.?$`,
);

/**
 * Units (tablets, millilitres, grams) in a single package, from how portals write it: `100`, `100EA`, `1,000`,
 * `2 x 100` (200), `BTL 100`, `100/pkg`, `25X1ML` (25), `1 PT` (473). Null where the text is anything else, zero included.
 */
export function parsePackageSize(text: string): number | null {
  const match = WHOLE.exec(
    foldText(text)
      .replace(/^[([]+|[)\]]+$/g, '')
      .replace(PER, ' ')
      .replace(/^(\d[\d,]*)-(?=(?:ct|count)$)/, '$1 '),
  );
  if (!match) return null;
  const [, first, second, third, measure] = match;
  const factors = [first, second, third]
    .filter((part) => part !== undefined)
    .map((part) => Number(part.replace(/,/g, '')));
  const size =
    factors.reduce((product, factor) => product * factor, 1) *
    (measure === undefined ? 1 : (VOLUMES[measure] as number));
  const rounded = Math.round(size * 100) / 100;
  return Number.isFinite(rounded) && rounded > 0
    ? measure?.endsWith('oz')
      ? Math.round(rounded)
      : rounded
    : null;
}
