import { finding, limits, parseNdc, schedules, type Finding } from '@/lib/base';
import { say } from '@/lib/words';
import type { DraftLine } from './order';
import { rules } from './rules';
import { tidy } from './tidy';

const KNOWN_SCHEDULES: readonly string[] = [...schedules, 'none'];

/** Which field of the order a doubt is about, where it isn't the product. */
const ruleOf: Partial<Record<keyof DraftLine, string>> = {
  packageSize: rules.packageSize,
  packages: rules.packages,
  schedule: rules.schedule,
};

/** Units in a package, as they can be written in plain decimals without loss: above 0, at most four places. */
export function isPackageSize(value: number): boolean {
  return value >= 0.0001 && value <= limits.packageSizeMax && Number(value.toFixed(4)) === value;
}

/** A count of packages: a whole number from 1 on. */
export function isPackages(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= limits.packagesMax;
}

/** Fields 7 to 9 of one line, its schedule, and what detection was not sure of. */
export function checkLine(line: DraftLine): Finding[] {
  const { lineNumber } = line;
  const at = (name: string) => `lines.${lineNumber}.${name}`;
  const params = { line: lineNumber };
  const findings: Finding[] = [];
  if (tidy(line.name) === null && line.ndc11 === null) {
    findings.push(
      finding('blocks', 'order/line-product-missing', { params, field: at('name'), rule: rules.product }),
    );
  }
  if (line.ndc11 !== null && parseNdc(line.ndc11) !== line.ndc11) {
    findings.push(
      finding('blocks', 'order/line-ndc-malformed', {
        params: { ...params, value: line.ndc11 },
        field: at('ndc11'),
        rule: rules.product,
      }),
    );
  }
  if (line.packageSize === null || !isPackageSize(line.packageSize)) {
    findings.push(
      line.packageSize === null
        ? finding('blocks', 'order/line-package-size-missing', {
            params,
            field: at('packageSize'),
            rule: rules.packageSize,
          })
        : finding('blocks', 'order/line-package-size-invalid', {
            params: { ...params, value: String(line.packageSize) },
            field: at('packageSize'),
            rule: rules.packageSize,
          }),
    );
  }
  if (line.packages === null || !isPackages(line.packages)) {
    findings.push(
      line.packages === null
        ? finding('blocks', 'order/line-packages-missing', {
            params,
            field: at('packages'),
            rule: rules.packages,
          })
        : finding('blocks', 'order/line-packages-invalid', {
            params: { ...params, value: String(line.packages) },
            field: at('packages'),
            rule: rules.packages,
          }),
    );
  }
  if (line.schedule === null || !KNOWN_SCHEDULES.includes(line.schedule)) {
    findings.push(
      finding('blocks', 'order/line-schedule-unknown', {
        params,
        field: at('schedule'),
        rule: rules.schedule,
      }),
    );
  }
  for (const field of line.doubtful) {
    findings.push(
      finding('blocks', 'order/line-doubtful', {
        params: { ...params, field: say(`field.${field}`), value: String(line[field] ?? '') },
        field: at(field),
        rule: ruleOf[field] ?? rules.product,
      }),
    );
  }
  return findings;
}
