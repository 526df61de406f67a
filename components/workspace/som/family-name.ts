import { families, substanceByCode } from '@/lib/drugs';

/** A family's name, which is that of its substance. */
export function familyName(id: string): string {
  const code = families.find((family) => family.id === id)?.codes[0];
  return (code === undefined ? undefined : substanceByCode(code)?.name) ?? id;
}
