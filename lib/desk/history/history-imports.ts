import { say } from '@/lib/words';
import type { DeskPorts } from '../ports';
import type { HistoryImportView } from './views';

/** Every import, newest first, people and the suppliers set up here by name. */
export async function historyImports({ archive }: DeskPorts): Promise<readonly HistoryImportView[]> {
  const { imports, people, suppliers } = await archive.directory();
  const nameOf = (who: string) => people.find(({ id }) => id === who)?.name ?? say('who.system');
  const supplierOf = (text: string) => suppliers.find(({ id }) => id === text)?.supplier.name ?? text;
  return imports.toReversed().map((one) => ({
    ...one,
    suppliers: one.suppliers.map(supplierOf),
    whoName: nameOf(one.who),
    withdrawnBy: one.withdrawn && nameOf(one.withdrawn.who),
  }));
}
