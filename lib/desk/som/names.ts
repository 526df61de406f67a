import type { Directory } from '@/lib/archive';
import { say } from '@/lib/words';
import { supplierKeys } from '../supplier-key';

/** What a supplier of a daily sum is called: it may be an id, a DEA number, or a name as a file had it. */
export function supplierNamer(directory: Directory): (said: string) => string {
  const key = supplierKeys(directory);
  const names = new Map(directory.suppliers.map(({ id, supplier }) => [id, supplier.name ?? id]));
  return (said) => names.get(key(said)) ?? said;
}

export function personNamer({ people }: Directory): (who: string) => string {
  return (who) => people.find(({ id }) => id === who)?.name ?? say('who.system');
}
