import type { CartLine } from '../book/cart';
import type { DeaCertificate } from './dea-certificate';
import type { ParsedLine } from './parse-order';
import type { Submission } from './verdict';

const plain = (ndc: string): string => ndc.replaceAll('-', '');

function fits(line: ParsedLine, { item }: CartLine): boolean {
  return line.ndc === '' ? line.itemNumber === item.itemNumber : plain(line.ndc) === plain(item.ndc);
}

/** Compares the signed lines with the cart and the certificate's schedules; the schedule is ours, not what the order claims. */
export function lineReasons(
  lines: readonly ParsedLine[],
  { cart }: Submission,
  certificate: DeaCertificate,
): readonly string[] {
  if (lines.length === 0) return ['The order has no lines.'];
  const reasons: string[] = [];
  for (const [i, line] of lines.entries()) {
    const n = line.lineNumber || String(i + 1);
    const wanted = cart.find((one) => fits(line, one));
    if (!wanted) {
      reasons.push(`Line ${n} (${line.ndc || line.name}) is not in your cart.`);
      continue;
    }
    const { item, packages } = wanted;
    if (Number(line.packages) !== packages) {
      reasons.push(`Line ${n} orders ${line.packages} packages, your cart has ${packages}.`);
    }
    if (Number(line.packageSize) !== item.packageSize) {
      reasons.push(`Line ${n} names a package of ${line.packageSize}, ours holds ${item.packageSize}.`);
    }
    if (item.schedule !== 'none' && !certificate.schedules?.includes(item.schedule)) {
      const allowed = certificate.schedules?.join(', ') || 'none';
      reasons.push(`Line ${n} is schedule ${item.schedule}; the signer’s certificate allows ${allowed}.`);
    }
  }
  const unsigned = cart.filter((one) => !lines.some((line) => fits(line, one)));
  for (const { item } of unsigned)
    reasons.push(`${item.name} ${item.strength} is in your cart and not in the signed order.`);
  if (unsigned.length === 0 && lines.length > cart.length) reasons.push('The order names a product twice.');
  return reasons;
}
