import { brand, substance, type SubstanceFacts } from './facts';

/**
 * Codeine and dihydrocodeine, whose schedule depends on their company: 21 CFR 1308.12(b), 1308.13(e), 1308.15(c).
 * Trade names, abbreviations and marketed strengths: public labelling. Salt factors: molar masses.
 */
export const codeine: readonly SubstanceFacts[] = [
  substance('9050', 'codeine', '2', {
    rule: 'codeine',
    besidePartner: 'cod',
    also: 'codein|cod phos|codeine phos|codeine sulf|codeine phosphate|codeine sulfate',
    salts: { phosphate: 0.7367, sulfate: 0.7973 },
    strengths: [1, 1.2, 2, 2.4, 2.94, 7.5, 8, 15, 16, 30, 54.3, 60],
    brands: [
      brand(
        'tylenol no 1|tylenol no 2|tylenol no 3|tylenol no 4|tylenol codeine|tylenol with codeine|tylenol w codeine|tylenol cod|capital and codeine|empracet codeine|ty-tab-codeine|codaca no.3|phenaphen codeine|phenaphen w codeine|myapap codeine|pyregesic-c|cocet|cocet plus|vopac|codegesic|tega-code|stopayne|theracodeine',
        'acetaminophen',
      ),
      brand('empirin codeine|empirin w codeine|codalan', 'aspirin'),
      brand(
        'fiorinal codeine|fiorinal with codeine|fiorinal w codeine|ascomp|ascomp codeine|ascomp with codeine|butalbital compound codeine|isollyl codeine|farbital codeine',
        'aspirin,butalbital,caffeine',
      ),
      brand(
        'fioricet codeine|fioricet with codeine|esgic with codeine|phrenilin codeine',
        'acetaminophen,butalbital,caffeine',
      ),
      brand(
        'robitussin ac|cheratussin ac|virtussin ac|guaiatussin ac|guaifenesin ac|iophen c|mytussin ac|cheratussin dac|m-clear wc|ninjacof xg|brontex|mar-cof cg|maxi-tuss ac|guaifen-c|robafen ac|tussi-organidin|gani-tuss nr|dex-tuss|allfen cd|coditussin ac|g tussin ac',
        'guaifenesin',
      ),
      brand('tuxarin er|tuxarin|tuzistra xr|tuzistra', 'chlorpheniramine'),
      brand('capcof', 'chlorpheniramine,phenylephrine'),
      brand('nucofed', 'pseudoephedrine'),
      brand('mar-cof bp|rydex', 'brompheniramine,pseudoephedrine'),
      brand('m-end pe|poly-tussin ac', 'brompheniramine,phenylephrine'),
      brand('tusnel c|lortuss ex', 'guaifenesin,pseudoephedrine'),
      brand('phenergan codeine|phenergan with codeine|phenergan vc codeine', 'promethazine'),
    ],
  }),
  substance('9120', 'dihydrocodeine', '2', {
    rule: 'dihydrocodeine',
    also: 'dihydrocodein|dihydrocod|drocode',
    salts: { bitartrate: 0.6676 },
    strengths: [16, 32],
    brands: [
      brand('synalgos-dc|synlgen dc|sinodeine|dihydro d.c.', 'aspirin,caffeine'),
      brand('trezix|panlor|panlor dc|panlor ss|zerlor|dvorah|dhc plus', 'acetaminophen,caffeine'),
    ],
  }),
];
