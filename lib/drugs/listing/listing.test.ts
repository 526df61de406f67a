import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listedAmount } from './listed-amount';
import { listedFacts, type ListedProduct } from './listed-facts';
import { listedPackageSize } from './listed-package-size';

const listed = (more: Partial<ListedProduct>): ListedProduct => ({
  productType: 'HUMAN PRESCRIPTION DRUG',
  proprietaryName: '',
  nonproprietaryName: '',
  dosageForm: 'TABLET',
  route: 'ORAL',
  substances: '',
  strengths: '',
  units: 'mg/1',
  deaSchedule: '',
  ...more,
});

describe('listedPackageSize', () => {
  it.each([
    ['100 TABLET in 1 BOTTLE (0406-8552-01)', 100],
    ['1,000 TABLET, FILM COATED in 1 BOTTLE, PLASTIC (0406-8552-10)', 1000],
    ['10 BLISTER PACK in 1 CARTON (0001-0001-01)  / 10 TABLET in 1 BLISTER PACK (0001-0001-02)', 100],
    ['25 VIAL, SINGLE-DOSE in 1 TRAY (0641-1) > 1 mL in 1 VIAL, SINGLE-DOSE', 25],
    ['5 POUCH in 1 CARTON (0378-9119-98)  > 1 PATCH in 1 POUCH (0378-9119-16)  > 72 h in 1 PATCH', 5],
    ['473 mL in 1 BOTTLE (0121-0773-16)', 473],
    ['1 L in 1 BAG', 1000],
    ['30 g in 1 TUBE', 30],
    ['.5 mL in 1 SYRINGE', 0.5],
    ['10 VIAL in 1 CARTON (0001-0001-01)', null],
    ['1 KIT in 1 CARTON  *  10 mL in 1 VIAL  *  2 mL in 1 SYRINGE', null],
    ['1 KIT in 1 CARTON', null],
    ['0 TABLET in 1 BOTTLE', null],
    ['', null],
    ['see package', null],
  ])('%s', (description, size) => {
    expect(listedPackageSize(description)).toBe(size);
  });

  it('multiplies what is nested, however deep', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }), (counts) => {
        const levels = counts.map((count, i) =>
          i === counts.length - 1 ? `${count} TABLET in 1 BLISTER PACK` : `${count} CARTON in 1 CASE`,
        );
        expect(listedPackageSize(levels.join(' / '))).toBe(counts.reduce((a, b) => a * b, 1));
      }),
    );
  });
});

describe('listedAmount', () => {
  it.each([
    ['10', 'mg/1', 10, null],
    ['10', 'mg/5mL', 2, 'ml'],
    ['25', 'ug/h', 0.025, 'h'],
    ['.5', 'mg/mL', 0.5, 'ml'],
    ['1', 'g/100mL', 10, 'ml'],
    ['50', 'mg/.5mL', 100, 'ml'],
    ['1', 'g/L', 1, 'ml'],
    ['1000', '[iU]/mL', null, null],
    ['', 'mg/1', null, null],
    ['-5', 'mg/1', null, null],
    ['5', 'mg/', null, null],
    ['5', 'mg/0mL', null, null],
  ])('%s of %s', (strength, unit, mg, per) => {
    expect(listedAmount(strength, unit)).toEqual(mg === null ? null : { mg, per });
  });
});

describe('listedFacts', () => {
  it.each([
    ['OXYCODONE HYDROCHLORIDE; ACETAMINOPHEN', '10; 325', 'mg/1; mg/1', 'CII', '9143', 10, '2'],
    ['ACETAMINOPHEN; OXYCODONE HYDROCHLORIDE', '325; 10', 'mg/1; mg/1', 'CII', '9143', 10, '2'],
    ['ACETAMINOPHEN; CODEINE PHOSPHATE', '300; 30', 'mg/1; mg/1', 'CIII', '9050', 30, '3'],
    ['METHYLPHENIDATE HYDROCHLORIDE', '20', 'mg/1', 'CII', '1724', 20, '2N'],
    ['BUTALBITAL; ACETAMINOPHEN; CAFFEINE', '50; 325; 40', 'mg/1; mg/1; mg/1', '', '2100', 50, 'none'],
    ['LISINOPRIL', '20', 'mg/1', '', null, null, 'none'],
    ['HYDROXYZINE HYDROCHLORIDE', '25', 'mg/1', '', null, null, 'none'],
    ['OXYCODONE HYDROCHLORIDE; ACETAMINOPHEN', '10', 'mg/1', 'CII', '9143', null, '2'],
  ])('%s %s', (substances, strengths, units, deaSchedule, code, strengthMg, schedule) => {
    expect(listedFacts(listed({ substances, strengths, units, deaSchedule }))).toMatchObject({
      ...{ substanceCode: code, strengthMg, schedule },
    });
  });

  it('reads a film on the skin as a patch, and dilutions sold over the counter as uncontrolled', () => {
    const patch = { dosageForm: 'FILM, EXTENDED RELEASE', route: 'TRANSDERMAL', units: 'ug/h' };
    expect(
      listedFacts(listed({ ...patch, substances: 'FENTANYL', strengths: '50', deaSchedule: 'CII' })),
    ).toMatchObject({ form: 'patch', strengthMg: 0.05 });
    const opium = { productType: 'HUMAN OTC DRUG', substances: 'OPIUM', strengths: '6', units: '[hp_X]/1' };
    expect(listedFacts(listed(opium))?.substanceCode).toBeNull();
  });

  it('says nothing of a scheduled substance that isn’t known here', () => {
    expect(listedFacts(listed({ substances: 'NEWCOMER', strengths: '5', deaSchedule: 'CIV' }))).toBeNull();
  });
});
