import { parsePackageSize } from './parse-package-size';
import { liquidForms } from './read-form';

const COUNT_WORD = String.raw`(?:@|ea|each|ct|count|cnt|tabs?|caps?|tablets?|capsules?|patches|films?|bt|btl|ud|un|units?|'?s)`;
const CONTAINER_WORD = String.raw`(?:btl|bottle|bottles|bt|box|bx|carton|ctn|pk|pkg|jar|tube|ud|#)`;
const SINGLE_MEASURE = String.raw`(?:ml|cc|l|pt|qt|gal|oz|fl oz|gm|g|gr|grams?|kg)`;

/** After a number and a dash or stroke stands the other half of a strength (`10-325`), never a package size. */
const SECOND_HALF = String.raw`\d\s*[-/]\s*`;

/** Ways in which a package size stands in a description, most telling first; group 1 is what `parsePackageSize` reads. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\d.]|${SECOND_HALF})(\d+\s*x\s*\d+(?:\.\d+)?(?:\s*x\s*\d+(?:\.\d+)?)?\s*(?:${SINGLE_MEASURE}|${COUNT_WORD})?)(?![a-z\d])`,
  ),
  new RegExp(String.raw`(?<![a-z])(${CONTAINER_WORD}\.?\s*(?:of\s*)?\d[\d,]*)(?![\d.a-z%]|\s*[-/]\s*\d)`),
  new RegExp(String.raw`(?<![\d.,]|${SECOND_HALF})(\d[\d,]*\s*${COUNT_WORD})(?![a-z])`),
];
const VOLUME = new RegExp(
  String.raw`(?<![\d.,/]|${SECOND_HALF})(\d+(?:\.\d+)?)\s*(${SINGLE_MEASURE})(?![a-z\d])`,
);
const TRAILING = new RegExp(String.raw`(?<![\d.,/a-z-]|${SECOND_HALF})(\d[\d,]*)\)?$`);

const COUNTED_FORMS: ReadonlySet<string> = new Set([
  'tablet',
  'capsule',
  'patch',
  'film',
  'lozenge',
  'suppository',
]);

/** Units in a package from a description whose strength was already taken out; null where it doesn't say. */
export function readPackage(text: string, form: string | null): number | null {
  const isLiquid = form !== null && liquidForms.has(form);

  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    const size = match && parsePackageSize(match[1] as string);
    if (size !== null) return size;
  }
  // `TAB 64.8 MG (1 GR)`: what is counted isn't sold by weight or volume.
  const volume = form !== null && COUNTED_FORMS.has(form) ? null : VOLUME.exec(text);
  const trailing = TRAILING.exec(text.trim());
  const count = trailing && parsePackageSize(trailing[1] as string);
  if (volume) {
    const size = parsePackageSize(volume[0]);
    // `5MG/ML 10ML VL 10`: ten vials of ten millilitres.
    return size !== null && count !== null && /ml|cc/.test(volume[2] as string) ? size * count : size;
  }
  // A lone number at the end of a liquid's text, or a lone 1, is as likely cut off as it is a package.
  return count !== null && count > 1 && !isLiquid ? count : null;
}
