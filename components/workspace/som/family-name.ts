import { families, substanceByCode } from '@/lib/drugs';
import { named } from './named';

/** A family's name, which is that of its substance: `Oxycodone`. */
export function familyName(id: string): string {
  const code = families.find((family) => family.id === id)?.codes[0];
  return named((code === undefined ? undefined : substanceByCode(code)?.name) ?? id);
}
