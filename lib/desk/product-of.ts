import { finding, type Finding } from '@/lib/base';
import { recogniseProduct, type Product } from '@/lib/drugs';
import type { DraftLine } from '@/lib/order';
import { say } from '@/lib/words';

/** The product of a line, from what the line says by now. */
export function productOf(line: DraftLine): Product {
  return recogniseProduct({
    description: line.name,
    ndc: line.ndc11,
    strength: line.strength,
    form: line.form,
    packageSize: line.packageSize === null ? null : String(line.packageSize),
    schedule: line.schedule,
  });
}

/** Where a column of the page and the product's name say different things: what is ordered isn't clear (attacks.md 91). */
export function contradictionFindings(lines: readonly DraftLine[]): Finding[] {
  return lines.flatMap((line) =>
    productOf(line).contradictions.map((field) =>
      finding('warns', 'order/line-contradiction', {
        params: { line: line.lineNumber, field: say(`field.${field}`), value: String(line[field] ?? '') },
        field: `lines.${line.lineNumber}.${field}`,
        rule: '21 CFR 1305.21(b)(7)',
      }),
    ),
  );
}
