import { benzodiazepines } from './table/benzodiazepines';
import { codeine } from './table/codeine';
import { opiates } from './table/opiates';
import { syntheticOpioids } from './table/synthetic-opioids';

/** The ten highly diverted families that the settlement of 2021–22 names (som.md 5), with their DEA drug codes. */
export const families = [
  { id: 'oxycodone', codes: ['9143'] },
  { id: 'hydrocodone', codes: ['9193'] },
  { id: 'hydromorphone', codes: ['9150'] },
  { id: 'tramadol', codes: ['9752'] },
  { id: 'oxymorphone', codes: ['9652'] },
  { id: 'morphine', codes: ['9300'] },
  { id: 'methadone', codes: ['9250'] },
  { id: 'carisoprodol', codes: ['8192'] },
  { id: 'alprazolam', codes: ['2882'] },
  { id: 'fentanyl', codes: ['9801'] },
] as const;
export type FamilyId = (typeof families)[number]['id'];

/** Listed beside opioids, but taken for diarrhoea, an antidote, or no opioid at all (cocaine). */
const NO_PAIN_RELIEVERS: ReadonlySet<string> = new Set(['9170', '9167', '9725', '9400', '9041']);
const opioids: ReadonlySet<string> = new Set(
  [...opiates, ...codeine, ...syntheticOpioids]
    .map(({ code }) => code)
    .filter((code) => !NO_PAIN_RELIEVERS.has(code)),
);
const benzodiazepineCodes: ReadonlySet<string> = new Set(
  // Tiletamine with zolazepam is an anaesthetic for animals.
  benzodiazepines.map(({ code }) => code).filter((code) => code !== '7295'),
);

export function isOpioid(code: string): boolean {
  return opioids.has(code);
}

export function isBenzodiazepine(code: string): boolean {
  return benzodiazepineCodes.has(code);
}

export function isCarisoprodol(code: string): boolean {
  return code === '8192';
}
