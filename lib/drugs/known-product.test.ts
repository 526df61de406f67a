import { describe, expect, it } from 'vitest';
import {
  baseMgOf,
  completeProduct,
  isBenzodiazepine,
  isOpioid,
  mmeOf,
  productKey,
  recogniseProduct,
  substanceByCode,
  substances,
  type ProductFacts,
  type ProductText,
} from './index';

const text = (description: string, more: Partial<ProductText> = {}): ProductText => ({
  description,
  ...{ ndc: null, strength: null, form: null, packageSize: null, schedule: null },
  ...more,
});
const facts = (more: Partial<ProductFacts>): ProductFacts => ({
  substanceCode: '9143',
  ...{ strengthMg: null, form: null, packageSize: null, schedule: null },
  ...more,
});
const NDC = '00406-8552-01';

describe('what a person said of a product', () => {
  it('makes an unrecognised name whole, the rest read from its text', () => {
    const product = recogniseProduct(text('OXC 10MG TAB 100'), facts({}));
    expect(product).toMatchObject({
      substance: { code: '9143', name: 'oxycodone' },
      ...{ schedule: '2', strengthMg: 10, form: 'tablet', packageSize: 100, contradictions: [] },
    });
    expect(recogniseProduct(text('OXC 10MG TAB 100')).substance).toBeNull();
  });

  it('wins over text and columns where there is an NDC, over the text alone where there isn’t', () => {
    const said = facts({ strengthMg: 5, packageSize: 500 });
    const columns = { strength: '10MG', packageSize: '100' };
    expect(recogniseProduct(text('OXYCODONE TAB', { ndc: NDC, ...columns }), said)).toMatchObject({
      ...{ strengthMg: 5, packageSize: 500, packageSizeFrom: 'facts' },
    });
    expect(recogniseProduct(text('OXYCODONE TAB', columns), said)).toMatchObject({
      ...{ strengthMg: 10, packageSize: 100 },
    });
    expect(recogniseProduct(text('OXYCODONE TAB 10MG 100'), said)).toMatchObject({
      ...{ strengthMg: 5, packageSize: 500 },
    });
  });

  it('takes a substance out that isn’t one, and names another', () => {
    const none = recogniseProduct(text('OXY CLEAN WIPES 100'), facts({ substanceCode: null }));
    expect(none).toMatchObject({ substance: null, schedule: 'none', strengthMg: null, mmeFactor: null });
    const other = recogniseProduct(text('MORPHINE TAB 15MG 100', { ndc: NDC }), facts({}));
    expect(other).toMatchObject({ substance: { name: 'oxycodone' }, strengthMg: 15, saltFactor: 0.8963 });
  });

  it('is kept under the NDC, or else the folded text', () => {
    expect(productKey({ description: 'x', ndc: NDC })).toBe('ndc:00406855201');
    expect(productKey({ description: ' OXY\u00A0CODONE  5MG', ndc: null })).toBe('text:oxy codone 5mg');
    expect(productKey({ description: 'A', ndc: '12' })).toBe('text:a');
  });
});

describe('what the directory says of an NDC', () => {
  const listed = facts({ strengthMg: 10, form: 'tablet', packageSize: 100, schedule: '2' });

  it('fills what the text leaves open', () => {
    const { product, disagreements } = completeProduct(text('OXC TB', { ndc: NDC }), listed);
    expect(disagreements).toEqual([]);
    expect(product).toMatchObject({
      substance: { name: 'oxycodone' },
      ...{ strengthMg: 10, packageSize: 100, packageSizeFrom: 'facts', contradictions: [] },
    });
    expect(baseMgOf(product, 2)).toBeCloseTo(1792.6, 6);
    expect(mmeOf(product, 2)).toBe(3000);
  });

  it.each([
    ['MORPHINE SULFATE TAB 15MG 100', {}, ['substance']],
    ['OXYCODONE TAB 5MG 100', {}, ['strength']],
    ['OXYCODONE TAB 10MG', { packageSize: '500' }, ['packageSize']],
    ['OXYCODONE TAB 10MG', { schedule: 'CIV' }, ['schedule']],
    ['OXYCODONE TAB 10MG 100', {}, []],
    ['OXYCODONE TAB', { strength: '10MG', packageSize: '100', schedule: 'C-II' }, []],
  ] as const)('is put beside the text: %s %j', (description, columns, fields) => {
    const { product, disagreements } = completeProduct(text(description, { ndc: NDC, ...columns }), listed);
    expect(disagreements.map(({ field }) => field)).toEqual(fields);
    expect(product.contradictions).toEqual(expect.arrayContaining([...fields]));
    // The text stays as it is.
    expect(product.substance?.name).toBe(description.startsWith('M') ? 'morphine' : 'oxycodone');
  });

  it('doesn’t hold different ways of stating a strength against each other', () => {
    const spray = facts({ substanceCode: '2765', strengthMg: 100, form: 'spray', schedule: '4' });
    expect(completeProduct(text('VALTOCO 10MG SPRAY', { ndc: NDC }), spray).disagreements).toEqual([]);
  });

  it('says that something isn’t controlled, unless the text says what it is', () => {
    const none = facts({ substanceCode: null, packageSize: 100, schedule: 'none' });
    const { product } = completeProduct(text('HYDROX TAB 25MG', { ndc: NDC }), none);
    expect(product).toMatchObject({ substance: null, schedule: 'none', contradictions: [] });
    const { disagreements } = completeProduct(text('HYDROCODONE/APAP 5-325', { ndc: NDC }), none);
    expect(disagreements).toContainEqual({ field: 'substance', page: 'hydrocodone', listed: null });
  });
});

describe('morphine equivalents', () => {
  it.each([
    ['HYDROMORPHONE TAB 2MG 100', 1000],
    ['METHADONE TAB 10MG 100', 4700],
    ['TRAMADOL TAB 50MG 100', 1000],
    ['CODEINE SULFATE TAB 30MG 100', 450],
    ['HYDROCODONE/APAP 10-325MG TB 100@', 1000],
    // 25 µg an hour: 60 a day, three days.
    ['FENTANYL PATCH 25MCG/HR 5', 900],
    ['MORPHINE SOLN 10MG/5ML 500ML', 1000],
  ])('of %s', (description, mme) => {
    expect(mmeOf(recogniseProduct(text(description)), 1)).toBeCloseTo(mme, 6);
  });

  it.each([
    'BUPRENORPHINE SL TAB 8MG 30',
    'MORPHINE INJ 10MG/ML 25X1ML',
    'ALPRAZOLAM TAB 1MG 100',
    'MEPERIDINE TAB 50MG 100',
  ])('don’t exist for %s', (description) => {
    expect(mmeOf(recogniseProduct(text(description)), 1)).toBeNull();
  });
});

describe('substances to pick from', () => {
  it('are every code once known, with families', () => {
    expect(substances.length).toBeGreaterThan(140);
    expect(substanceByCode('9143')).toEqual({ code: '9143', name: 'oxycodone', schedule: '2' });
    expect(substanceByCode('0000')).toBeNull();
    expect(['9143', '9064', '9050', '9801'].every(isOpioid)).toBe(true);
    expect(['9170', '9041', '2882', '1100'].some(isOpioid)).toBe(false);
    expect(isBenzodiazepine('2882') && !isBenzodiazepine('8192')).toBe(true);
  });
});
