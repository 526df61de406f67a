import { brand, substance, type SubstanceFacts } from './facts';

/**
 * Anabolic steroids: 21 CFR 1300.01(b), 1308.13(f). All of them share code 4000.
 */
export const steroids: readonly SubstanceFacts[] = [
  substance('4000', 'testosterone', '3N', {
    also: 'testost|testoster|testosterone cyp|testosterone enan|test cyp|testost enan|testost cyp|testosteron',
    salts: { base: 1, cypionate: 0.6989, enanthate: 0.7201, undecanoate: 0.6316 },
    strengths: [2, 4, 5, 10, 16.2, 20, 50, 75, 100, 112.5, 158, 198, 200, 237, 250],
    brands: [
      brand('androgel|testim|fortesta|axiron|vogelxo|androderm|natesto|striant|testopel'),
      brand('depo-testosterone|depo testosterone|azmiro', '', 'cypionate'),
      brand('xyosted|delatestryl', '', 'enanthate'),
      brand('jatenzo|tlando|kyzatrex|aveed|undecatrex', '', 'undecanoate'),
    ],
  }),
  substance('4000', 'methyltestosterone', '3N', {
    rule: 'exempt-combination',
    also: 'methyltestost|methyltestos|methyltest',
    strengths: [1.25, 2.5, 10, 25],
    brands: [
      brand('methitest|android|testred'),
      brand('covaryx|covaryx hs|eemt|eemt hs|estratest|estratest hs', 'esterified estrogens'),
    ],
  }),
  substance('4000', 'oxandrolone', '3N', {
    also: 'oxandrol',
    strengths: [2.5, 10],
    brands: [brand('oxandrin')],
  }),
  substance('4000', 'nandrolone', '3N', {
    also: 'nandrol|nandrolone decanoate',
    strengths: [50, 100, 200],
    brands: [brand('deca-durabolin')],
  }),
  substance('4000', 'oxymetholone', '3N', { strengths: [50], brands: [brand('anadrol|anadrol-50')] }),
  substance('4000', 'fluoxymesterone', '3N', {
    also: 'fluoxymest',
    strengths: [2, 5, 10],
    brands: [brand('halotestin|androxy')],
  }),
  substance('4000', 'stanozolol', '3N', { strengths: [2, 50], brands: [brand('winstrol|winstrol-v')] }),
  substance('4000', 'boldenone', '3N', { also: 'boldenone undecylenate', brands: [brand('equipoise')] }),
  substance('4000', 'methandrostenolone', '3N', { also: 'methandienone', brands: [brand('dianabol')] }),
  substance('4000', 'mibolerone', '3N', { brands: [brand('cheque drops')] }),
  substance('4000', 'mesterolone', '3N'),
  substance('4000', 'methenolone', '3N'),
  substance('4000', 'drostanolone', '3N'),
];
