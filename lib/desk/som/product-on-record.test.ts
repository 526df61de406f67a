import { expect, it } from 'vitest';
import type { Directory } from '@/lib/archive';
import { productKey, type ProductFacts, type ProductText } from '@/lib/drugs';
import { productOnRecord } from './product-on-record';

const text = (description: string): ProductText => ({
  ...{ description, ndc: '00406-8552-01', strength: null, form: null, packageSize: null, schedule: null },
});
const FACTS: ProductFacts = {
  ...{ substanceCode: '9193', strengthMg: 5, form: 'tablet', packageSize: 100, schedule: '2' },
};

function read(description: string, from: NonNullable<Directory['products'][string]>['from']) {
  const products = { [productKey(text(description))]: { facts: FACTS, from, at: 1, who: 'dana' } };
  return productOnRecord(text(description), { products });
}

it('what a page or the directory said completes a text and never overrules it; a person’s word does', () => {
  for (const from of ['page', 'catalogue'] as const) {
    expect(read('OXYCODONE HCL 10MG TAB 100', from)).toBeNull();
    expect(read('HYDROCODONE 10MG TAB 100', from)).toBeNull();
    expect(read('XQ TAB', from)).toMatchObject({ substance: { code: '9193' }, packageSize: 100 });
  }
  expect(read('OXYCODONE HCL 10MG TAB 100', 'person')).toMatchObject({ substance: { code: '9193' } });
});
