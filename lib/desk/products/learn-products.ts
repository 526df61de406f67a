import type { Fault } from '@/lib/base';
import type { ProductText } from '@/lib/drugs';
import type { DeskPorts } from '../ports';
import { learnFromPages } from './learn-from-pages';
import { learnListed } from './learn-listed';

/**
 * Before lines go on record: what the NDC directory and other pages say of their products, where their text doesn't say it
 * all. `cause` names what they are lines of, `standing` as for pages. Answers why the directory couldn't be asked, or null.
 */
export async function learnProducts(
  ports: Pick<DeskPorts, 'archive' | 'catalogue'>,
  texts: readonly ProductText[],
  cause: string,
  standing: 'asked' | 'recorded',
): Promise<Fault | null> {
  const { unread } = await learnListed(ports, texts, cause);
  await learnFromPages(ports, texts, cause, standing);
  return unread;
}
