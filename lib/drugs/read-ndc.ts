import { parseNdc, type Ndc11 } from '@/lib/base';
import { findGtin } from './find-gtin';

/**
 * An NDC as pages print it, or as a scanner reads it off a package: within a GTIN stand `03` and the ten digits of the
 * NDC (21 CFR 201.25). Labeler codes of four digits begin with 0, those of five don't: 0406855201 is 4-4-2 for certain,
 * 6516201750 may be 5-3-2 or 5-4-1 and answers null.
 */
export function readNdc(text: string): Ndc11 | null {
  const typed = parseNdc(text);
  if (typed !== null) return typed;
  const ten = /^[0-8]03(\d{10})\d$/.exec(findGtin(text) ?? '')?.[1];
  return ten?.startsWith('0') ? parseNdc(`0${ten}`) : null;
}
