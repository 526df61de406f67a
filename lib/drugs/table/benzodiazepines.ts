import { brand, substance, type SubstanceFacts } from './facts';

/**
 * Benzodiazepines. Codes and schedules: 21 CFR 1308.13(c), 1308.14(c). Strengths are stated as the named compound, so
 * factors are 1 except where a salt is usual.
 */
export const benzodiazepines: readonly SubstanceFacts[] = [
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
    also: 'chlordiazep|chlordiazepox|cdp|chlor pox|chlordiaz|chlordiazepox hcl',
    besidePartner: 'chlord',
    salts: { hydrochloride: 0.8916 },
    strengths: [5, 10, 25],
    brands: [
      brand('librium|icn-azepox|mitran|sereen|poxi'),
      brand('limbitrol', 'amitriptyline'),
      brand('librax', 'clidinium'),
      brand('menrium', 'esterified estrogens'),
    ],
  }),
  substance('2768', 'clorazepate', '4', {
    also: 'clorazep|clorazepat|clorazepate di|clorazepate dipotassium|cloraz dipot|cloraz',
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
  substance('2763', 'flunitrazepam', '4'),
  substance('2834', 'nitrazepam', '4'),
  substance('2748', 'bromazepam', '4'),
  substance('2774', 'lormetazepam', '4'),
  substance('2838', 'nordiazepam', '4'),
  substance('2886', 'tetrazepam', '4'),
  substance('2759', 'fludiazepam', '4'),
  substance('2772', 'ketazolam', '4'),
  substance('2773', 'loprazolam', '4'),
  substance('2836', 'medazepam', '4'),
  substance('7295', 'tiletamine and zolazepam', '3N', {
    also: 'tiletamine zolazepam|tiletamine-zolazepam|tiletamine hydrochloride and zolazepam|tiletamine hcl and zolazepam',
    brands: [brand('telazol')],
  }),
];
