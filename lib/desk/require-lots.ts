import { CountersignError, limits, parsePlainDate } from '@/lib/base';
import type { ReceivedLine } from '@/lib/order';

export function isCount(packages: number): boolean {
  return Number.isInteger(packages) && packages >= 0 && packages <= limits.packagesMax;
}

/** What lots of a line say adds up to no more than the line, and their days are days. Throws `receipt/quantity-invalid`. */
export function requireLots({ lineNumber, packages, lots = [] }: ReceivedLine): void {
  const sum = lots.reduce((total, lot) => total + lot.packages, 0);
  const isRight =
    sum <= packages &&
    lots.every(
      (lot) => isCount(lot.packages) && (lot.expiry === null || parsePlainDate(lot.expiry) !== null),
    );
  if (!isRight)
    throw new CountersignError('receipt/quantity-invalid', { line: lineNumber, value: String(sum) });
}
