import type { Directory } from '@/lib/archive';
import { parseDeaNumber } from '@/lib/base';
import { say } from '@/lib/words';

/** What a supplier of a daily sum is called: it may be an id, a DEA number, or a name as a file had it. */
export function supplierNamer({ suppliers }: Directory): (supplierId: string) => string {
  const names = new Map<string, string>();
  for (const { id, supplier } of suppliers) {
    const name = supplier.name ?? id;
    const dea = parseDeaNumber(supplier.deaNumber ?? '');
    if (dea !== null) names.set(dea, name);
    names.set(id, name);
  }
  return (supplierId) => names.get(supplierId) ?? supplierId;
}

export function personNamer({ people }: Directory): (who: string) => string {
  return (who) => people.find(({ id }) => id === who)?.name ?? say('who.system');
}
