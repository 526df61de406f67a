import type { Directory } from '@/lib/archive';
import { parseDeaNumber } from '@/lib/base';

/**
 * One name for a supplier, whether its id, its name or its DEA number is said: the id where it is one of the pharmacy's own,
 * else what was said, plainly. Files, forms and pages each name it their own way.
 */
export function supplierKeys({ suppliers }: Directory): (said: string) => string {
  const plain = (text: string) => text.trim().toLowerCase();
  const known = new Map<string, string>();
  for (const { id, supplier } of suppliers)
    for (const name of [id, supplier.name, supplier.deaNumber]) if (name) known.set(plain(name), id);
  return (said) => known.get(plain(said)) ?? known.get(plain(parseDeaNumber(said) ?? '')) ?? said.trim();
}
