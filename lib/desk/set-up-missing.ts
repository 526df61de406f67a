import type { Directory } from '@/lib/archive';
import type { SetupStep } from './views';

/** The steps of the first run that aren't done, in their order. */
export function setupMissing(directory: Directory): SetupStep[] {
  const missing: readonly (readonly [SetupStep, boolean])[] = [
    ['registrant', directory.registrant === null],
    ['person', directory.people.length === 0],
    ['root', directory.roots.length === 0],
    ['certificate', directory.certificates.length === 0],
    ['supplier', directory.suppliers.length === 0],
  ];
  return missing.flatMap(([step, isMissing]) => (isMissing ? [step] : []));
}
