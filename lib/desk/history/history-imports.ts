import { say } from '@/lib/words';
import type { DeskPorts } from '../ports';
import type { HistoryImportView } from './views';

/** Every import, newest first, people by name. */
export async function historyImports({ archive }: DeskPorts): Promise<readonly HistoryImportView[]> {
  const { imports, people } = await archive.directory();
  const nameOf = (who: string) => people.find(({ id }) => id === who)?.name ?? say('who.system');
  return imports.toReversed().map((one) => ({
    ...one,
    whoName: nameOf(one.who),
    withdrawnBy: one.withdrawn && nameOf(one.withdrawn.who),
  }));
}
