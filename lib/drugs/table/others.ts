import { brand, substance, type SubstanceFacts } from './facts';

/**
 * Anticonvulsants, ketamine, oxybate, cannabinoids and the rest that pharmacies stock. Codes and schedules:
 * 21 CFR 1308.12(f), 1308.13(c), (g), 1308.14(c), 1308.15(e).
 */
export const others: readonly SubstanceFacts[] = [
  substance('2782', 'pregabalin', '5', {
    also: 'pregab|pregabal',
    strengths: [20, 25, 50, 75, 82.5, 100, 150, 165, 200, 225, 300, 330],
    brands: [brand('lyrica|lyrica cr')],
  }),
  substance('2746', 'lacosamide', '5', {
    also: 'lacosam',
    strengths: [10, 50, 100, 150, 200],
    brands: [brand('vimpat|motpoly|motpoly xr')],
  }),
  substance('2710', 'brivaracetam', '5', {
    also: 'brivarac',
    strengths: [10, 25, 50, 75, 100],
    brands: [brand('briviact')],
  }),
  substance('2720', 'cenobamate', '5', {
    strengths: [12.5, 25, 50, 100, 150, 200],
    brands: [brand('xcopri')],
  }),
  substance('2779', 'ezogabine', '5', {
    also: 'retigabine',
    strengths: [50, 200, 300, 400],
    brands: [brand('potiga')],
  }),
  substance('2401', 'ganaxolone', '5', { strengths: [50], brands: [brand('ztalmy')] }),
  substance('2790', 'lasmiditan', '5', { strengths: [50, 100], brands: [brand('reyvow')] }),
  substance('2261', 'perampanel', '3N', {
    also: 'perampan',
    strengths: [0.5, 2, 4, 6, 8, 10, 12],
    brands: [brand('fycompa')],
  }),
  substance('7285', 'ketamine', '3N', {
    also: 'ketamin|esketamine',
    salts: { hydrochloride: 0.867 },
    strengths: [10, 28, 50, 100],
    brands: [brand('ketalar|spravato')],
  }),
  substance('2012', 'oxybate', '3N', {
    also: 'oxybates|sodium oxybate|gamma hydroxybutyrate',
    strengths: [500],
    brands: [brand('xyrem|xywav|lumryz')],
  }),
  substance('7369', 'dronabinol', '3N', {
    rule: 'dronabinol',
    also: 'dronab|dronabin',
    strengths: [2.5, 5, 10],
    brands: [brand('marinol')],
  }),
  substance('7365', 'dronabinol', '2N', { strengths: [5], brands: [brand('syndros')] }),
  substance('7379', 'nabilone', '2N', { strengths: [1], brands: [brand('cesamet')] }),
  substance('2400', 'brexanolone', '4', { strengths: [5], brands: [brand('zulresso')] }),
  substance('2420', 'zuranolone', '4', { strengths: [20, 25, 30], brands: [brand('zurzuvae')] }),
];
