import { CountersignError, limits } from '@/lib/base';
import type { ProductText } from '@/lib/drugs';
import type { DeskPorts } from '../ports';
import { learnListed } from './learn-listed';

export function textNamed(description: string, ndc: string | null): ProductText {
  return { description, ndc, strength: null, form: null, packageSize: null, schedule: null };
}

/** What the NDC directory says of products on record that weren't recognised; answers how many are now. Throws what kept the directory from being read. */
export async function learnUnknown(
  ports: Pick<DeskPorts, 'archive' | 'catalogue'>,
  cause: string,
): Promise<number> {
  if ((await ports.catalogue.state()) === null) return 0;
  const unknown = await ports.archive.unknownProducts(limits.unknownProductsShown);
  const texts = unknown.map(({ text, ndc }) => textNamed(text, ndc));
  const { learned, unread } = await learnListed(ports, texts, cause);
  if (unread) throw new CountersignError(unread.code, unread.params);
  return learned;
}
