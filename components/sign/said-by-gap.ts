import type { ErrorCode, Finding } from '@/lib/base';
import { supplierPlace, type Gaps } from './gaps-of';

const gapCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'order/line-package-size-missing',
  'order/line-schedule-unknown',
  'order/line-doubtful',
  'order/lines-missing',
  'order/supplier-name-missing',
  'order/supplier-dea-missing',
  'order/supplier-address-missing',
]);

/**
 * Whether a field under "Complete the order" already asks for what a finding misses, so that it needn't be said twice.
 * Only a field that is there: a finding without one must be named, or nobody could tell what blocks.
 */
export function saidByGap({ code, field }: Finding, gaps: Gaps): boolean {
  if (!gapCodes.has(code) || field === null) return false;
  if (code === 'order/lines-missing') return gaps.missing !== null;
  if (gaps.supplier.some((part) => supplierPlace(part) === field)) return true;
  return gaps.lines.some((gap) => {
    const place = `lines.${gap.line.lineNumber}.`;
    if (code === 'order/line-doubtful') return gap.doubtful.some((name) => field === `${place}${name}`);
    return (['packageSize', 'schedule'] as const).some((name) => gap[name] && field === `${place}${name}`);
  });
}
