import { brand, substance, type SubstanceFacts } from './facts';

/**
 * Benzodiazepines, hypnotics, barbiturates, muscle relaxant. Codes and schedules: 21 CFR 1308.12(e), 1308.13(c),
 * 1308.14(c). Strengths are stated as the named compound, so factors are 1 except where a salt is usual.
 */
export const sedatives: readonly SubstanceFacts[] = [
  substance('2882', 'alprazolam', '4', {
    also: 'alpraz|alprazolam er|alprazolam odt|alprazolam xr',
    strengths: [0.25, 0.5, 1, 2, 3],
    brands: [brand('xanax|xanax xr|niravam')],
  }),
  substance('2737', 'clonazepam', '4', {
    also: 'clonaz|clonazep|clonazepam odt',
    strengths: [0.125, 0.25, 0.5, 1, 2],
    brands: [brand('klonopin|ceberclon')],
  }),
  substance('2765', 'diazepam', '4', {
    also: 'diazep',
    strengths: [1, 2, 2.5, 5, 10, 15, 20],
    brands: [brand('valium|diastat|diastat acudial|valtoco|q-pam|d-val|di tran|libervant|diazepam intensol')],
  }),
  substance('2885', 'lorazepam', '4', {
    also: 'loraz|lorazep',
    strengths: [0.5, 1, 2, 3, 4],
    brands: [brand('ativan|loreev|loreev xr|lorazepam intensol')],
  }),
  substance('2925', 'temazepam', '4', {
    also: 'temaz|temazep',
    strengths: [7.5, 15, 22.5, 30],
    brands: [brand('restoril')],
  }),
  substance('2744', 'chlordiazepoxide', '4', {
    rule: 'exempt-combination',
    also: 'chlordiazep|chlordiazepox|cdp|chlor pox|chlordiaz',
    salts: { hydrochloride: 0.8916 },
    strengths: [5, 10, 25],
    brands: [
      brand('librium|icn-azepox|mitran|sereen|poxi'),
      brand('limbitrol', 'amitriptyline'),
      brand('librax', 'clidinium'),
    ],
  }),
  substance('2768', 'clorazepate', '4', {
    also: 'clorazep|clorazepat|clorazepate di|clorazepate dipotassium',
    strengths: [3.75, 7.5, 11.25, 15, 22.5],
    brands: [brand('tranxene|tranxene t-tab|tranxene-sd|gen-xene')],
  }),
  substance('2835', 'oxazepam', '4', { also: 'oxazep', strengths: [10, 15, 30], brands: [brand('serax')] }),
  substance('2767', 'flurazepam', '4', {
    also: 'fluraz|flurazep',
    salts: { hydrochloride: 0.8418 },
    strengths: [15, 30],
    brands: [brand('dalmane')],
  }),
  substance('2887', 'triazolam', '4', {
    also: 'triazolam',
    strengths: [0.125, 0.25, 0.5],
    brands: [brand('halcion')],
  }),
  substance('2884', 'midazolam', '4', {
    also: 'midaz|midazol',
    strengths: [1, 2, 5],
    brands: [brand('versed|nayzilam|seizalam')],
  }),
  substance('2756', 'estazolam', '4', { also: 'estazol', strengths: [1, 2], brands: [brand('prosom')] }),
  substance('2881', 'quazepam', '4', { also: 'quazep', strengths: [7.5, 15], brands: [brand('doral')] }),
  substance('2762', 'halazepam', '4', { strengths: [20, 40], brands: [brand('paxipam')] }),
  substance('2764', 'prazepam', '4', { strengths: [5, 10, 20], brands: [brand('centrax')] }),
  substance('2751', 'clobazam', '4', {
    also: 'clobaz',
    strengths: [2.5, 5, 10, 20],
    brands: [brand('onfi|sympazan')],
  }),
  substance('2846', 'remimazolam', '4', { strengths: [20], brands: [brand('byfavo')] }),
  substance('2783', 'zolpidem', '4', {
    also: 'zolpid|zolpidem er|zolpidem tart',
    salts: { tartrate: 0.8038 },
    strengths: [1.75, 3.5, 5, 6.25, 7.5, 10, 12.5],
    brands: [brand('ambien|ambien cr|edluar|intermezzo|zolpimist')],
  }),
  substance('2784', 'zopiclone', '4', {
    also: 'eszopiclone|eszopiclon|eszopic',
    strengths: [1, 2, 3],
    brands: [brand('lunesta')],
  }),
  substance('2781', 'zaleplon', '4', { also: 'zalepl', strengths: [5, 10], brands: [brand('sonata')] }),
  substance('2223', 'suvorexant', '4', { strengths: [5, 10, 15, 20], brands: [brand('belsomra')] }),
  substance('2245', 'lemborexant', '4', { strengths: [5, 10], brands: [brand('dayvigo')] }),
  substance('2410', 'daridorexant', '4', { strengths: [25, 50], brands: [brand('quviviq')] }),
  substance('8192', 'carisoprodol', '4', {
    also: 'carisop|carisoprod',
    strengths: [200, 250, 350],
    brands: [brand('soma|vanadom'), brand('soma compound', 'aspirin')],
  }),
  substance('2820', 'meprobamate', '4', {
    also: 'meprobam',
    strengths: [200, 400],
    brands: [brand('miltown|equanil')],
  }),
  substance('2285', 'phenobarbital', '4', {
    rule: 'exempt-combination',
    also: 'phenobarb|phenobarbit|phenobarbitone',
    strengths: [4, 15, 16.2, 20, 30, 32.4, 60, 64.8, 65, 97.2, 100, 130],
    brands: [brand('sezaby|luminal|solfoton'), brand('donnatal|phenohytro', 'hyoscyamine')],
  }),
  substance('2264', 'methohexital', '4', { brands: [brand('brevital')] }),
  substance('2270', 'pentobarbital', '2N', {
    rule: 'short-barbiturate',
    also: 'pentobarb',
    strengths: [50],
    brands: [brand('nembutal')],
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
      brand('fiorinal', 'aspirin,caffeine'),
      brand('fioricet|esgic|phrenilin|allzital|bupap|zebutal|vtol|tencon', 'acetaminophen'),
    ],
  }),
  substance('2465', 'chloral hydrate', '4', { strengths: [100, 500], brands: [brand('somnote')] }),
];
