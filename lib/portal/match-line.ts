import { parseNdc } from '@/lib/base/light';

/** A line as somebody names it; each name may be missing. */
export interface NamedLine {
  /** Eleven digits, or as the page shows it. */
  readonly ndc: string | null;
  readonly itemNumber: string | null;
  readonly name: string | null;
}

const plain = (text: string | null) =>
  (text ?? '')
    .toUpperCase()
    .replace(/[\s#]+/g, ' ')
    .trim();

const NAMES: readonly ((line: NamedLine) => string)[] = [
  ({ ndc }) => (ndc === null ? '' : (parseNdc(ndc) ?? '')),
  ({ itemNumber }) => plain(itemNumber),
  ({ name }) => plain(name),
];

/** Two that bear different NDCs, or different item numbers, are two products, whatever they are called. */
function contradict(a: NamedLine, b: NamedLine): boolean {
  return NAMES.slice(0, 2).some((nameOf) => {
    const [one, other] = [nameOf(a), nameOf(b)];
    return one !== '' && other !== '' && one !== other;
  });
}

/**
 * Which of these lines is meant: by NDC, or else by the supplier's item number, or else by the description; where one name
 * fits several, the next one decides. Answers its place, `none`, or `several`: what can't be told apart is left alone.
 */
export function matchLine(wanted: NamedLine, among: readonly NamedLine[]): number | 'none' | 'several' {
  let left = among.flatMap((line, at) => (contradict(wanted, line) ? [] : [{ line, at }]));
  let named = false;
  for (const nameOf of NAMES) {
    const name = nameOf(wanted);
    const found = name === '' ? [] : left.filter(({ line }) => nameOf(line) === name);
    if (found.length === 0) continue;
    const [only, ...more] = found;
    if (only && more.length === 0) return only.at;
    left = found;
    named = true;
  }
  return named ? 'several' : 'none';
}
