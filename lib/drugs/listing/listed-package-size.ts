/** Levels of a package: `10 BLISTER PACK in 1 CARTON / 10 TABLET in 1 BLISTER PACK`, in older files with `>`. */
const NEXT_LEVEL = /\s+[/>]\s+/;
const LEVEL = /^([\d,]*\.?\d+)\s+(.+?)\s+in\s+1\s/i;
/** What is counted one by one; a vial or a syringe isn't, since strengths are stated a millilitre. */
const COUNTED =
  /^(?:tablet|capsule|caplet|patch|film|lozenge|troche|suppository|strip|pellet|implant|insert|lollipop|wafer)\b/i;
const VOLUMES: Readonly<Record<string, number>> = { ml: 1, l: 1000, g: 1, kg: 1000 };
const LARGEST = 1_000_000;

/**
 * Units (tablets, millilitres, grams) in one package, from how the FDA describes it; null for kits, and where the last
 * level counts vessels whose contents aren't said.
 */
export function listedPackageSize(description: string): number | null {
  if (/\*|\bkit\b/i.test(description)) return null;
  const levels = description
    .trim()
    .split(NEXT_LEVEL)
    .map((level) => LEVEL.exec(`${level} `));
  if (levels.some((level) => level === null)) return null;
  // `72 h in 1 PATCH` says how long it is worn.
  const counted = levels.filter((level) => level?.[2]?.toLowerCase() !== 'h');
  const last = counted.at(-1)?.[2] ?? '';
  const volume = VOLUMES[last.toLowerCase()];
  if (volume === undefined && !COUNTED.test(last)) return null;
  const count = counted.reduce((product, level) => product * Number(level?.[1]?.replace(/,/g, '')), 1);
  const size = Number((count * (volume ?? 1)).toPrecision(9));
  return size > 0 && size <= LARGEST ? size : null;
}
