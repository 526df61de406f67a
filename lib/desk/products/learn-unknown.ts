import { CountersignError } from '@/lib/base';
import type { ProductText } from '@/lib/drugs';
import type { DeskPorts } from '../ports';
import { learnListed } from './learn-listed';

export function textNamed(description: string, ndc: string | null): ProductText {
  return { description, ndc, strength: null, form: null, packageSize: null, schedule: null };
}

/** How far the look-up of products on record came. */
export interface LearnedUnknown {
  readonly learned: number;
  /** It was stopped before all were looked up; what was learned stays. */
  readonly isStopped: boolean;
}

/**
 * What the NDC directory says of products on record that weren't recognised: of all of them, a batch at a time, each batch an
 * act of its own. Throws what kept the directory from being read.
 */
export async function learnUnknown(
  ports: Pick<DeskPorts, 'archive' | 'catalogue'>,
  cause: string,
  onProgress: (done: number, total: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<LearnedUnknown> {
  let sum = 0;
  if ((await ports.catalogue.state()) === null) return { learned: 0, isStopped: false };
  for await (const { products, done, total } of ports.archive.unknownWithNdc()) {
    if (signal?.aborted) return { learned: sum, isStopped: true };
    const texts = products.map(({ text, ndc }) => textNamed(text, ndc));
    const { learned, unread } = await learnListed(ports, texts, cause);
    if (unread) throw new CountersignError(unread.code, unread.params);
    sum += learned;
    onProgress(done, total);
  }
  return { learned: sum, isStopped: false };
}
