import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Product, ProductText } from './product';
import { baseMgOf, unitsOf } from './quantities';
import { recogniseProduct } from './recognise-product';

function recognise(description: string, more: Partial<ProductText> = {}): Product {
  return recogniseProduct({
    description,
    ndc: null,
    strength: null,
    form: null,
    packageSize: null,
    schedule: null,
    ...more,
  });
}

type Expected = readonly [
  substance: string,
  schedule: string | null,
  strengthMg: number | null,
  form: string | null,
  packageSize: number | null,
];

describe('recogniseProduct', () => {
  it.each<[string, ...Expected]>([
    ['OXYCODONE/APAP 10-325MG TB 100@', 'oxycodone', '2', 10, 'tablet', 100],
    ['ADDERALL XR CAP 20MG 100', 'amphetamine', '2N', 20, 'capsule', 100],
    ['HYDROMORPHONE INJ 2MG/ML 25X1ML', 'hydromorphone', '2', 2, 'injection', 25],
    ['MORPHINE SULF ER\u00a0TAB 15MG 2 x 100', 'morphine', '2', 15, 'tablet', 200],
    ['METHADONE HYDROCHLORIDE USP TABS. 5M', 'methadone', '2', 5, 'tablet', null],
    ['ACETAMINOPHEN-CODEINE 300-30 MG TAB 1,000', 'codeine', '3', 30, 'tablet', 1000],
    ['acetaminophen and codeine 30-300 mg/1', 'codeine', '3', 30, null, null],
    ['APAP/COD TAB 300-60MG 100EA', 'codeine', '3', 60, 'tablet', 100],
    ['CODEINE SULFATE TAB 30MG 100', 'codeine', '2', 30, 'tablet', 100],
    ['PROMETHAZINE W/CODEINE SYRUP 6.25-10MG/5ML 473ML', 'codeine', '5', 2, 'syrup', 473],
    ['APAP/CODEINE SOLN 120-12MG/5ML 473ML', 'codeine', '5', 2.4, 'solution', 473],
    ['TYLENOL-CODEINE #3 TAB 100', 'codeine', '3', 30, 'tablet', 100],
    ['NORCO 10/325 TAB BTL 100', 'hydrocodone', '2', 10, 'tablet', 100],
    ['HYDROCODON-ACETAMINOPHEN 7.5-325/15ML SOLN 473ML', 'hydrocodone', '2', 0.5, 'solution', 473],
    [
      'butalbital, acetaminophen, caffeine and codeine phosphate 50 mg/1, 325 mg/1, 40 mg/1, 30 mg/1',
      'codeine',
      '3',
      30,
      null,
      null,
    ],
    ['FENTANYL PATCH 25MCG/HR 5', 'fentanyl', '2', 0.025, 'patch', 5],
    ['FENTANYL CIT INJ 100MCG/2ML 25X2ML', 'fentanyl', '2', 0.05, 'injection', 50],
    ['fentanyl (pf)-bupivacaine-nacl 10-0.1 mcg/ml-%', 'fentanyl', '2', 0.01, null, null],
    ['hydromorphone in 0.9 % nacl 0.2 mg/ml', 'hydromorphone', '2', 0.2, null, null],
    ['BUPRENORPHINE/NALOXONE SL FILM 8-2MG 30', 'buprenorphine', '3', 8, 'film', 30],
    ['pentazocine-naloxone 50-0.5 mg', 'pentazocine', '4', 50, null, null],
    ['METHYLPHENIDATE ER TAB 36MG BTL 100', 'methylphenidate', '2N', 36, 'tablet', 100],
    ['dexmethylphenidate hcl er 10 mg cap 100', 'methylphenidate', '2N', 10, 'capsule', 100],
    ['VYVANSE CAP 30MG 100', 'lisdexamfetamine', '2N', 30, 'capsule', 100],
    ['XANAX 1 TAB 100', 'alprazolam', '4', 1, 'tablet', 100],
    ['LORAZEPAM 2MG/ML INJ 25 X 1 ML', 'lorazepam', '4', 2, 'injection', 25],
    ['MIDAZOLAM 5MG/ML 10ML VL 10', 'midazolam', '4', 5, 'injection', 100],
    ['TESTOSTERONE CYP 200MG/ML 10ML VL', 'testosterone', '3N', 200, 'injection', 10],
    ['LYRICA CAP 75MG 90', 'pregabalin', '5', 75, 'capsule', 90],
    ['DIPHENOXYLATE/ATROPINE TAB 2.5-0.025MG 100', 'diphenoxylate', '5', 2.5, 'tablet', 100],
    ['PAREGORIC LIQ 2MG/5ML 473ML', 'opium', '3', 0.4, 'solution', 473],
    ['HYDROMORPHO HCL TAB 4MG 100', 'hydromorphone', '2', 4, 'tablet', 100],
    ['METHADONE HCL USP / 25GM RAW', 'methadone', '2', null, 'powder', 25],
    ['OXYCODONE IR TB 30 100', 'oxycodone', '2', 30, 'tablet', 100],
    ['HYDROCODONE/APAP 10-325 TAB 100', 'hydrocodone', '2', 10, 'tablet', 100],
    ['OXYCODONE/APAP 5-325 TAB 100', 'oxycodone', '2', 5, 'tablet', 100],
    ['OXYCODONE/APAP 5 - 325 TAB 100', 'oxycodone', '2', 5, 'tablet', 100],
    ['OXYCODONE/APAP 10MG/325 TAB 100', 'oxycodone', '2', 10, 'tablet', 100],
    ['OXYCODONE/APAP 5-325 X 100', 'oxycodone', '2', 5, null, 100],
    ['Oxycodone HCl 10 mg tab 100s CII', 'oxycodone', '2', 10, 'tablet', 100],
    ['OXYCODONE 10MG/100CT', 'oxycodone', '2', 10, null, 100],
  ])('reads %j', (text, substance, schedule, strengthMg, form, packageSize) => {
    const product = recognise(text);
    expect(product).toMatchObject({ schedule, strengthMg, form, packageSize, contradictions: [] });
    expect(product.substance?.name).toBe(substance);
  });

  it('leaves open what a combination exempted for some makers only is', () => {
    expect(recognise('FIORICET CAP 50-300-40MG 100')).toMatchObject({ schedule: null });
    expect(recognise('CHLORDIAZEPOXIDE/CLIDINIUM CAP 5-2.5MG 100')).toMatchObject({ schedule: null });
  });

  it('does not guess a strength per millilitre that is not written', () => {
    expect(recognise('METHADONE HCL ORAL SOLUTION USP 10MG').strengthMg).toBeNull();
    expect(recognise('METHADONE HCL ORAL CONCENTRATE USP 1')).toMatchObject({
      strengthMg: null,
      packageSize: null,
    });
  });

  it.each([
    'OXYCODONE/APAP 5-325 TAB',
    'OXYCODONE/APAP 5/325 TAB',
    'OXYCODONE/APAP 5 / 325 TAB',
    'OXYCODONE/APAP TAB 5 / 325',
    'OXYCODONE/APAP TAB 5-325',
    'OXYCODONE/APAP 5MG/325 TAB',
    'OXYCODONE/APAP TAB 5MG/325',
    'OXYCODONE/APAP TAB UD 5-325',
    'HYDROCODONE/APAP SOLN 7.5-325 / 15 ML',
  ])('takes no half of the strength of %j for a package size', (text) => {
    expect(recognise(text)).toMatchObject({ packageSize: null, packageSizeFrom: null });
  });

  it('never takes the second half of a strength for a package size', () => {
    const joined = fc.constantFrom('-', '/', ' - ', ' / ', '- ', ' /');
    const half = fc.constantFrom('2.5', '5', '7.5', '10', '12', '30', '300', '325', '500', '650');
    const after = fc.constantFrom(' TAB', ' TABLETS', 'TAB', ' CAPS', '', ' TAB CII');
    fc.assert(
      fc.property(half, joined, half, after, (a, join, b, end) => {
        expect(recognise(`HYDROCODONE/APAP ${a}${join}${b}${end}`).packageSize).toBeNull();
        expect(recognise(`HYDROCODONE/APAP ${a}${join}${b}${end} 90CT`).packageSize).toBe(90);
      }),
    );
  });

  it('says where the package size came from', () => {
    expect(recognise('OXYCODONE TAB 5MG 100').packageSizeFrom).toBe('description');
    expect(recognise('OXYCODONE TAB 5MG 100', { packageSize: '100EA' }).packageSizeFrom).toBe('column');
    expect(recognise('OXYCODONE TAB 5MG 100', { packageSize: 'see label' }).packageSizeFrom).toBe(
      'description',
    );
    expect(recognise('OXYCODONE TAB 5MG').packageSizeFrom).toBeNull();
  });

  it('lets columns win over the description and keeps the contradiction', () => {
    const product = recognise('OXYCODONE TAB 5MG 100', {
      strength: '10 MG',
      packageSize: '500EA',
      schedule: 'CIII',
      ndc: '0406-8552-01',
    });
    expect(product).toMatchObject({ strengthMg: 10, packageSize: 500, schedule: '3', ndc11: '00406855201' });
    expect([...product.contradictions].sort()).toEqual(['packageSize', 'schedule', 'strength']);
  });

  it('agrees with a class printed without N and keeps the N', () => {
    expect(recognise('RITALIN TAB 10MG 100', { schedule: 'C-II' })).toMatchObject({
      schedule: '2N',
      contradictions: [],
    });
    expect(recognise('OXYCODONE TAB 5MG', { schedule: '2N' }).contradictions).toEqual(['schedule']);
  });

  it('reads a schedule from the description, but not from an intravenous bag', () => {
    expect(recognise('WIDGETAMINE 5MG C-IV').schedule).toBe('4');
    expect(recognise('CEFTRIAXONE IV 1GM').schedule).toBeNull();
  });

  it('reads a combined strength column with the names of the description', () => {
    expect(recognise('HYDROCODONE/APAP TAB', { strength: '10-325 mg', packageSize: '100' })).toMatchObject({
      strengthMg: 10,
      packageSize: 100,
    });
    expect(recognise('Acetaminophen and Codeine', { strength: '300 mg/30 mg' }).strengthMg).toBe(30);
  });

  it('never throws and never answers NaN, whatever a page says', () => {
    const words = fc.constantFrom(
      'OXYCODONE',
      'APAP',
      'MG',
      '10',
      '-',
      '/',
      'x',
      '100',
      'ML',
      '%',
      '.',
      ',',
      '0',
      'TAB',
      'fentanyl',
      '#3',
      '1e999',
      '\u202e',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        text,
        fc.option(text, { nil: null }),
        fc.option(text, { nil: null }),
        (description, strength, packageSize) => {
          const product = recogniseProduct({
            description,
            ndc: null,
            strength,
            form: null,
            packageSize,
            schedule: null,
          });
          for (const value of [product.strengthMg, product.packageSize])
            expect(value === null || (Number.isFinite(value) && value > 0)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('quantities', () => {
  const tablet = (mg: number, size: number) => recognise(`OXYCODONE HCL TAB ${mg}MG ${size}EA`);

  it('makes 2 × 5 mg the same as 1 × 10 mg, and 1 × 500 the same as 5 × 100', () => {
    const strength = fc.constantFrom(5, 10, 15, 20, 30);
    fc.assert(
      fc.property(
        strength,
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 500 }),
        (mg, packages, size) => {
          expect(baseMgOf(tablet(mg, size), packages * 2)).toBe(baseMgOf(tablet(mg * 2, size), packages));
          expect(baseMgOf(tablet(mg, size * 5), packages)).toBe(baseMgOf(tablet(mg, size), packages * 5));
          expect(unitsOf(tablet(mg, size * 5), packages)).toBe(unitsOf(tablet(mg, size), packages * 5));
        },
      ),
    );
  });

  it('counts a solution by what it holds: 1 × 500 mL of 5 mg/5 mL is 100 tablets of 5 mg', () => {
    expect(baseMgOf(recognise('METHADONE SOLN 5MG/5ML 500ML'), 1)).toBe(
      baseMgOf(recognise('METHADONE TAB 5MG 100'), 1),
    );
  });

  it('counts a patch by what it delivers while worn', () => {
    expect(baseMgOf(recognise('FENTANYL PATCH 25MCG/HR 5'), 1)).toBe(9);
  });

  it('leaves unknown amounts unknown', () => {
    expect(baseMgOf(recognise('OXYCODONE HCL TAB 5MG'), 3)).toBeNull();
    expect(baseMgOf(recognise('OXYCODONE HCL TAB', { packageSize: '100' }), 3)).toBeNull();
    expect(baseMgOf(recognise('LISINOPRIL TAB 10MG', { packageSize: '100' }), 3)).toBeNull();
    expect(unitsOf(recognise('OXYCODONE HCL TAB 5MG 100'), -1)).toBeNull();
    expect(unitsOf(recognise('OXYCODONE HCL TAB 5MG 100'), NaN)).toBeNull();
  });
});
