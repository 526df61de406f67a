import type { SchemaVersion } from '../types';
import type { FileOutcome } from './exit-codes';
import type { Run } from './verify-files';

const SCHEMA: SchemaVersion = 1;

/** The answer of `--json`; its form is told in docs/for-suppliers.md and only grows within a schema version. */
export function jsonReport(
  { trust, results }: Run,
  { version, now }: { version: string; now: number },
): string {
  const report = {
    schema: SCHEMA,
    program: 'countersign verify',
    version,
    verifiedAt: new Date(now).toISOString(),
    roots: trust.roots,
    summary: countOutcomes(results.map(({ outcome }) => outcome)),
    results,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

export function countOutcomes(outcomes: readonly FileOutcome[]): Record<FileOutcome, number> {
  const count = (wanted: FileOutcome) => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    valid: count('valid'),
    invalid: count('invalid'),
    undecided: count('undecided'),
    unreadable: count('unreadable'),
  };
}
