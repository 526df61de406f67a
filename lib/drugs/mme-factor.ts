/**
 * Milligrams of oral morphine that one milligram equals, by DEA drug code. Source: CDC Clinical Practice Guideline for
 * Prescribing Opioids for Pain, United States, 2022, table of morphine milligram equivalents. It names neither
 * buprenorphine nor anything injected, dissolved in the mouth or sprayed, so that those have none here.
 */
const BY_MOUTH: Readonly<Record<string, number>> = {
  '9050': 0.15, // codeine
  '9193': 1, // hydrocodone
  '9150': 5, // hydromorphone
  '9250': 4.7, // methadone; ARCOS files carry 4 or 8, and 3 for injections
  '9300': 1, // morphine
  '9143': 1.5, // oxycodone
  '9652': 3, // oxymorphone
  '9780': 0.4, // tapentadol
  '9752': 0.2, // tramadol
};
/** A microgram an hour of a patch, worn for a day (same table). */
const BY_PATCH: Readonly<Record<string, number>> = {
  '9801': 2.4, // fentanyl
};
const SWALLOWED: ReadonlySet<string> = new Set([
  'tablet',
  'capsule',
  'solution',
  'syrup',
  'elixir',
  'suspension',
]);

/** The factor that applies to a substance in a form; null where none does, or the form isn't known. */
export function mmeFactorOf(code: string, form: string | null): number | null {
  if (form === 'patch') return BY_PATCH[code] ?? null;
  return form !== null && SWALLOWED.has(form) ? (BY_MOUTH[code] ?? null) : null;
}
