import { brand, substance, type SubstanceFacts } from './facts';

/**
 * Barbiturates. Codes and schedules: 21 CFR 1308.12(e), 1308.13(c), 1308.14(c). Derivatives of barbituric acid without a
 * code of their own share 2100.
 */
export const barbiturates: readonly SubstanceFacts[] = [
  substance('2285', 'phenobarbital', '4', {
    rule: 'exempt-combination',
    also: 'phenobarb|phenobarbit|phenobarbitone',
    strengths: [4, 15, 16.2, 20, 30, 32.4, 60, 64.8, 65, 97.2, 100, 130],
    brands: [
      brand('sezaby|luminal|solfoton'),
      brand('donnatal|phenohytro', 'hyoscyamine'),
      brand('bellergal|bellergal-s|bellamine s', 'belladonna'),
    ],
  }),
  substance('2264', 'methohexital', '4', { also: 'methohex', strengths: [10], brands: [brand('brevital')] }),
  substance('2270', 'pentobarbital', '2N', {
    rule: 'short-barbiturate',
    also: 'pentobarb',
    strengths: [50, 390],
    brands: [
      brand('nembutal|fatal-plus'),
      brand('euthasol|beuthanasia-d|beuthanasia|somnasol|euthanasia-iii', 'phenytoin'),
    ],
  }),
  substance('2315', 'secobarbital', '2N', {
    rule: 'short-barbiturate',
    also: 'secobarb',
    strengths: [100],
    brands: [brand('seconal')],
  }),
  substance('2125', 'amobarbital', '2N', {
    rule: 'short-barbiturate',
    also: 'amobarb',
    brands: [brand('amytal')],
  }),
  substance('2100', 'butalbital', '3N', {
    besidePartner: 'but|butal',
    rule: 'butalbital',
    also: 'butalb|butalbit|butalbital compound|butalbital comp',
    strengths: [50],
    brands: [
      brand('fiorinal|lanorinal|butalgen|farbital', 'aspirin,caffeine'),
      brand(
        'fioricet|esgic|phrenilin|allzital|bupap|zebutal|vtol|tencon|medigesic|repan|sedapap|marten-tab|orbivan|alagesic|dolgic|americet|cephadyn|promacet|vanatol',
        'acetaminophen',
      ),
    ],
  }),
  substance('2250', 'mephobarbital', '4', {
    also: 'methylphenobarbital|mephobarb',
    strengths: [32, 50, 100],
    brands: [brand('mebaral')],
  }),
  substance('2100', 'butabarbital', '3N', {
    also: 'secbutabarbital|butabarb',
    strengths: [15, 30, 50, 100],
    brands: [brand('butisol')],
  }),
  substance('2100', 'thiopental', '3N', { also: 'thiopent', brands: [brand('pentothal')] }),
  substance('2100', 'thiamylal', '3N'),
  substance('2100', 'aprobarbital', '3N'),
  substance('2100', 'talbutal', '3N'),
  substance('2145', 'barbital', '4'),
];
