import { describe, expect, it } from 'vitest';
import { demoRegistrants } from '../../pki/demo-registrants';
import { businessOf } from '../book/business';
import { makeCatalogue } from '../book/catalogue';
import { sampleDocument } from '../testing/sample-document';
import { orderReasons } from './order-reasons';
import { parseOrder } from './parse-order';

const catalogue = makeCatalogue(100, 1, 1);
const [item] = catalogue.items;
const cart = item ? [{ lineNumber: 1, item, packages: 2 }] : [];
const submission = {
  base64: '',
  supplier: businessOf(demoRegistrants.suppliers.meridian),
  customer: businessOf(demoRegistrants.pharmacy),
  catalogue,
  cart,
  isUsed: () => false,
};
const order = parseOrder(sampleDocument({ number: '26XT00001', date: '2026-03-02', cart }));
const SIGNED = Date.parse('2026-03-02T16:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

function reasonsAt(now: number, schedules: readonly string[] | null = ['2'], signed: number | null = SIGNED) {
  return orderReasons(order, submission, { schedules, covers: () => true }, signed, now);
}

describe('orderReasons', () => {
  it('has none against a right order up to its 60th day, and one after (21 CFR 1305.22(e))', () => {
    expect(reasonsAt(SIGNED + MINUTE_MS)).toEqual([]);
    expect(reasonsAt(Date.parse('2026-05-01T00:00:00Z'))).toEqual([]);
    expect(reasonsAt(Date.parse('2026-05-02T06:00:00Z'))).toEqual(['The order is more than 60 days old.']);
  });

  it('takes a signer’s clock up to five minutes ahead', () => {
    expect(reasonsAt(SIGNED - 4 * MINUTE_MS)).toEqual([]);
    expect(reasonsAt(SIGNED - 6 * MINUTE_MS)).toEqual(['The signing time lies in the future.']);
  });

  it('wants a signing time near the order’s date', () => {
    expect(reasonsAt(SIGNED, ['2'], null)).toEqual(['The signature does not say when it was made.']);
    expect(reasonsAt(SIGNED + 3 * DAY_MS, ['2'], SIGNED + 2 * DAY_MS)).toHaveLength(1);
  });

  it('reads a certificate without schedules as one that allows none', () => {
    expect(reasonsAt(SIGNED, null)).toEqual(['Line 1 is schedule 2; the signer’s certificate allows none.']);
    expect(reasonsAt(SIGNED, ['2N', '3'])).toHaveLength(1);
  });
});
