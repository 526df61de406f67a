import type { DeaCertificate } from './dea-certificate';
import type { ParsedOrder } from './parse-order';
import { lineReasons } from './line-reasons';
import type { Submission } from './verdict';

const DAY_MS = 86_400_000;
/** 21 CFR 1305.22(e). */
const VALID_DAYS = 60;
/** 21 CFR 1311.55(b)(7) wants the signer's clock this near to official time. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Whatever 21 CFR 1305.21(b) asks for and the document lacks. */
function missingFields(order: ParsedOrder): readonly string[] {
  const fields: Readonly<Record<string, string>> = {
    'unique tracking number': order.number,
    'purchaser’s DEA number': order.buyerDea,
    'supplier’s name': order.supplierName,
    'supplier’s street': order.supplierAddress.Address1,
    'supplier’s city': order.supplierAddress.City,
    'supplier’s state': order.supplierAddress.State,
    'supplier’s postal code': order.supplierAddress.PostalCode,
    'supplier’s DEA number': order.supplierDea,
    'date signed': order.date,
  };
  const missing = Object.keys(fields).filter((field) => fields[field] === '');
  for (const [i, line] of order.lines.entries()) {
    if (line.ndc === '' && line.name === '') missing.push(`product of line ${i + 1}`);
    if (line.packageSize === '') missing.push(`package size of line ${i + 1}`);
    if (line.packages === '') missing.push(`number of packages of line ${i + 1}`);
  }
  return missing;
}

function dateReasons(order: ParsedOrder, signingTime: number | null, now: number): readonly string[] {
  const reasons: string[] = [];
  const day = Date.parse(`${order.date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(order.date) || Number.isNaN(day))
    return [`The order’s date “${order.date}” is not a date.`];
  if (day > now + DAY_MS) reasons.push('The order is dated more than one day ahead.');
  if (now - day > VALID_DAYS * DAY_MS) reasons.push('The order is more than 60 days old.');
  if (order.number.slice(0, 2) !== order.date.slice(2, 4)) {
    reasons.push(`The order number ${order.number} does not begin with the year of the order’s date.`);
  }
  if (signingTime === null) reasons.push('The signature does not say when it was made.');
  else if (signingTime > now + CLOCK_SKEW_MS) reasons.push('The signing time lies in the future.');
  // The legal day is the purchaser's; its zone may put it up to a day from the instant's UTC date.
  else if (Math.abs(signingTime - (day + DAY_MS / 2)) > 1.5 * DAY_MS) {
    reasons.push('The order’s date is not the day on which it was signed.');
  }
  return reasons;
}

/** Every reason against a document whose signature holds (21 CFR 1305.21, 1311.55(c)). */
export function orderReasons(
  order: ParsedOrder,
  submission: Submission,
  certificate: DeaCertificate,
  signingTime: number | null,
  now: number,
): readonly string[] {
  const missing = missingFields(order);
  if (missing.length > 0) return [`The order lacks the ${missing.join(', the ')} (21 CFR 1305.21).`];
  const reasons: string[] = [];
  if (!/^\d{2}X[A-Z0-9]{6}$/.test(order.number))
    reasons.push(`“${order.number}” is not a CSOS order number.`);
  reasons.push(...dateReasons(order, signingTime, now));
  if (order.supplierDea !== submission.supplier.deaNumber)
    reasons.push(`The order is for another supplier (${order.supplierDea}).`);
  if (!certificate.covers(order.buyerDea))
    reasons.push(`The certificate was not issued for DEA number ${order.buyerDea}.`);
  if (order.buyerDea !== submission.customer.deaNumber)
    reasons.push(`DEA number ${order.buyerDea} is not that of your account.`);
  if (order.lineCount !== '' && Number(order.lineCount) !== order.lines.length) {
    reasons.push(`The order says ${order.lineCount} lines and holds ${order.lines.length}.`);
  }
  reasons.push(...lineReasons(order.lines, submission, certificate));
  return reasons;
}
