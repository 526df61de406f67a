import type { ProductText } from '@/lib/drugs';
import type { DeskPorts } from '../ports';
import { learnFromPages } from './learn-from-pages';
import { learnListed } from './learn-listed';

/**
 * Before lines go on record: what the NDC directory and other pages say of their products, where their text doesn't say it
 * all. `cause` names what they are lines of.
 */
export async function learnProducts(
  ports: Pick<DeskPorts, 'archive' | 'catalogue'>,
  texts: readonly ProductText[],
  cause: string,
): Promise<void> {
  await learnListed(ports, texts, cause);
  await learnFromPages(ports, texts, cause);
}
