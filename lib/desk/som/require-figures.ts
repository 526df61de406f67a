import type { Archive } from '@/lib/archive';
import { CountersignError } from '@/lib/base';

/**
 * Monitoring is added up from the records by the version that reads them. Where that couldn't be done the tables may be
 * empty or another version's: no figure is told then, which would look as if nothing had been ordered. Throws
 * `som/figures-not-made`.
 */
export async function requireFigures(archive: Pick<Archive, 'standing'>): Promise<void> {
  if ((await archive.standing()).readOnly) throw new CountersignError('som/figures-not-made');
}
