import { brand, substance, type SubstanceFacts } from './facts';

/**
 * Hypnotics, anaesthetics and muscle relaxants that are neither benzodiazepines nor barbiturates. Codes and schedules:
 * 21 CFR 1308.12(e), 1308.13(c), 1308.14(c).
 */
export const hypnotics: readonly SubstanceFacts[] = [
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
    brands: [brand('miltown|equanil'), brand('equagesic|micrainin', 'aspirin')],
  }),
  substance('2465', 'chloral hydrate', '4', { strengths: [100, 500], brands: [brand('somnote')] }),
  substance('2467', 'dichloralphenazone', '4', {
    also: 'dichloralphen|dichloralph',
    strengths: [100],
    brands: [brand('midrin|duradrin|epidrin', 'acetaminophen')],
  }),
  substance('2138', 'fospropofol', '4', { strengths: [35], brands: [brand('lusedra')] }),
  substance('2540', 'ethchlorvynol', '4', { brands: [brand('placidyl')] }),
  substance('2545', 'ethinamate', '4'),
  substance('2585', 'paraldehyde', '4'),
  substance('2550', 'glutethimide', '2N', { brands: [brand('doriden')] }),
  substance('2575', 'methyprylon', '3N', { brands: [brand('noludar')] }),
  substance('2731', 'alfaxalone', '4', { strengths: [10], brands: [brand('alfaxan')] }),
  substance('2020', 'embutramide', '3N', { brands: [brand('tributame')] }),
];
