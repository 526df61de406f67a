import { finding, hasKnownDeaPrefix, parseDeaNumber, type ErrorCode, type Finding } from '@/lib/base';
import { say } from '@/lib/words';
import type { Address, DraftParty, OrderDraft } from './order';
import { rules } from './rules';
import { tidy } from './tidy';

const US_STATE = /^[A-Z]{2}$/;
const US_POSTAL_CODE = /^\d{5}(-\d{4})?$/;

/** Parts of an address that are missing or can't be used, by name of the part. */
function addressGaps(address: DraftParty['address']): (keyof Address)[] {
  const gaps: (keyof Address)[] = [];
  if (tidy(address.street) === null) gaps.push('street');
  if (tidy(address.city) === null) gaps.push('city');
  if (!US_STATE.test(tidy(address.state) ?? '')) gaps.push('state');
  if (!US_POSTAL_CODE.test(tidy(address.postalCode) ?? '')) gaps.push('postalCode');
  return gaps;
}

function checkDea(
  value: string | null,
  at: { field: string; rule: string; missing: ErrorCode; invalid: ErrorCode },
): Finding[] {
  const text = tidy(value);
  if (text === null) return [finding('blocks', at.missing, at)];
  return parseDeaNumber(text) ? [] : [finding('blocks', at.invalid, { ...at, params: { value: text } })];
}

/** Fields 3 to 5: either side may complete address and DEA number; signed here, they are complete before. */
export function checkSupplier(supplier: DraftParty): Finding[] {
  const findings: Finding[] = [];
  if (tidy(supplier.name) === null) {
    findings.push(
      finding('blocks', 'order/supplier-name-missing', { field: 'supplier.name', rule: rules.supplierName }),
    );
  }
  for (const part of addressGaps(supplier.address)) {
    findings.push(
      finding('blocks', 'order/supplier-address-missing', {
        field: `supplier.address.${part}`,
        rule: rules.supplierAddress,
        params: { value: say(`field.${part}`) },
      }),
    );
  }
  findings.push(
    ...checkDea(supplier.deaNumber, {
      field: 'supplier.deaNumber',
      rule: rules.supplierDea,
      missing: 'order/supplier-dea-missing',
      invalid: 'order/supplier-dea-invalid',
    }),
  );
  const dea = parseDeaNumber(supplier.deaNumber ?? '');
  if (dea && !hasKnownDeaPrefix(dea)) {
    findings.push(
      finding('warns', 'order/supplier-dea-prefix', {
        field: 'supplier.deaNumber',
        rule: rules.supplierDea,
        params: { value: dea },
      }),
    );
  }
  return findings;
}

/**
 * One order goes to one supplier (1305.23): the number that the page shows is the one that the order would carry. A number
 * that was read with doubt may be another one's on the same page, so it is pointed out alone.
 */
export function checkSeenSupplier({ supplier, supplierSeen }: OrderDraft): Finding[] {
  const expected = parseDeaNumber(supplier.deaNumber ?? '');
  if (!supplierSeen || !expected || supplierSeen.deaNumber.trim() === '') return [];
  const value = parseDeaNumber(supplierSeen.deaNumber) ?? supplierSeen.deaNumber;
  if (value === expected) return [];
  return [
    finding(supplierSeen.sure ? 'blocks' : 'warns', 'order/supplier-page-differs', {
      field: 'supplier.deaNumber',
      rule: rules.endorsement,
      params: { value, expected },
    }),
  ];
}

/** Field 2, and the name and address that stand beside it in every order document. */
export function checkPurchaser(purchaser: DraftParty, registrantDea: string): Finding[] {
  const findings = checkDea(purchaser.deaNumber, {
    field: 'purchaser.deaNumber',
    rule: rules.purchaserDea,
    missing: 'order/purchaser-dea-missing',
    invalid: 'order/purchaser-dea-invalid',
  });
  const dea = parseDeaNumber(purchaser.deaNumber ?? '');
  if (dea && dea !== parseDeaNumber(registrantDea)) {
    findings.push(
      finding('blocks', 'order/purchaser-differs', {
        field: 'purchaser.deaNumber',
        rule: rules.purchaserDea,
        params: { value: dea, expected: registrantDea },
      }),
    );
  }
  const gaps = addressGaps(purchaser.address).map((part) => [`address.${part}`, part] as const);
  const missing = tidy(purchaser.name) === null ? [['name', 'name'] as const, ...gaps] : gaps;
  for (const [path, part] of missing) {
    findings.push(
      finding('blocks', 'order/purchaser-details-missing', {
        field: `purchaser.${path}`,
        rule: rules.form,
        params: { value: say(`field.${part}`) },
      }),
    );
  }
  return findings;
}
