import { brand, substance, type SubstanceFacts } from './facts';

/**
 * Opioids made without opium, and cocaine. Codes and schedules: 21 CFR 1308.12(b), (c), 1308.13(e), 1308.14(b), (f),
 * (g), 1308.15(c). Trade names, abbreviations and marketed strengths: public labelling. Salt factors: molar masses.
 */
export const syntheticOpioids: readonly SubstanceFacts[] = [
  substance('9801', 'fentanyl', '2', {
    also: 'fent|fentanyl cit|fentanyl td|fentanyl transdermal|fentanyl otfc',
    strengths: [
      0.005, 0.01, 0.012, 0.0125, 0.02, 0.025, 0.0375, 0.05, 0.0625, 0.075, 0.0875, 0.1, 0.2, 0.3, 0.4, 0.6,
      0.8, 1.2, 1.6,
    ],
    brands: [
      brand('duragesic|actiq|fentora|subsys|abstral|lazanda|onsolis|sublimaze|ionsys|fentanyl oralet'),
    ],
  }),
  substance('9250', 'methadone', '2', {
    also: 'methadon|methad',
    salts: { hydrochloride: 0.8946 },
    strengths: [1, 2, 5, 10, 40],
    brands: [brand('dolophine|methadose|diskets|diskets dispersible|methadone intensol|westadone')],
  }),
  substance('9230', 'meperidine', '2', {
    also: 'pethidine|meperid',
    salts: { hydrochloride: 0.8715 },
    strengths: [10, 25, 50, 75, 100],
    brands: [brand('demerol|meperitab'), brand('mepergan|mepergan fortis|meprozine', 'promethazine')],
  }),
  substance('9780', 'tapentadol', '2', {
    also: 'tapent',
    strengths: [20, 50, 75, 100, 150, 200, 250],
    brands: [brand('nucynta|nucynta er')],
  }),
  substance('9752', 'tramadol', '4', {
    besidePartner: 'tram',
    also: 'tramad|tramadl|tramadol hcl|tramadol er',
    salts: { hydrochloride: 0.8784 },
    strengths: [5, 25, 37.5, 44, 50, 100, 150, 200, 300],
    brands: [
      brand('ultram|ultram er|ryzolt|conzip|qdolo|rybix|rybix odt|synapryn|enovarx-tramadol|active-tramadol'),
      brand('ultracet', 'acetaminophen'),
      brand('seglentis', 'celecoxib'),
    ],
  }),
  substance('9064', 'buprenorphine', '3', {
    besidePartner: 'bup',
    also: 'buprenorph|buprenorphin|bup nal|buprenorphine nal|bupren',
    strengths: [0.3, 0.7, 1.4, 2, 2.1, 2.9, 4, 4.2, 5.7, 6.3, 8, 8.6, 11.4, 12],
    brands: [
      brand('subutex|buprenex|butrans|belbuca|sublocade|brixadi|probuphine'),
      brand('suboxone|zubsolv|bunavail|cassipa', 'naloxone'),
    ],
  }),
  substance('9709', 'pentazocine', '4', {
    also: 'pentazoc',
    salts: { hydrochloride: 0.8867, lactate: 0.76 },
    strengths: [25, 30, 50],
    brands: [
      brand('talwin|talwin lactate'),
      brand('talwin nx', 'naloxone'),
      brand('talacen', 'acetaminophen'),
    ],
  }),
  substance('9720', 'butorphanol', '4', {
    also: 'butorph',
    salts: { tartrate: 0.6858 },
    strengths: [1, 2, 10],
    brands: [brand('stadol|stadol ns')],
  }),
  substance('9278', 'propoxyphene', '4', {
    also: 'dextropropoxyphene|propoxyph|propox|propoxy|pp-cap',
    salts: { hydrochloride: 0.9031, napsylate: 0.5995 },
    strengths: [50, 65, 100],
    brands: [
      brand('darvon|dolene'),
      brand('darvon-n', '', 'napsylate'),
      brand(
        'darvocet|darvocet-n|darvocet a500|propacet|propacet 100|propoxacet-n|propoxacet|ro-cet-n|trycet|balacet',
        'acetaminophen',
        'napsylate',
      ),
      brand('wygesic|sk-65 apap|doxapap n|genagesic|pancet', 'acetaminophen'),
      brand(
        'darvon compound-65|darvon compound|propoxyphene compound|propoxyphene compound-65|propoxyphene hcl compound|bexophene|sk-65 compound|dolene compound-65|icn 65 compound',
        'aspirin,caffeine',
      ),
    ],
  }),
  substance('9220', 'levorphanol', '2', {
    also: 'levorph',
    salts: { tartrate: 0.5803 },
    strengths: [1, 2, 3],
    brands: [brand('levo-dromoran')],
  }),
  substance('9740', 'sufentanil', '2', {
    also: 'sufent',
    strengths: [0.03, 0.05],
    brands: [brand('sufenta|dsuvia')],
  }),
  substance('9739', 'remifentanil', '2', {
    also: 'remifent',
    strengths: [1, 2, 5],
    brands: [brand('ultiva')],
  }),
  substance('9737', 'alfentanil', '2', { also: 'alfent', strengths: [0.5], brands: [brand('alfenta')] }),
  substance('9245', 'oliceridine', '2', { strengths: [1], brands: [brand('olinvyk')] }),
  substance('9170', 'diphenoxylate', '2', {
    rule: 'diphenoxylate',
    also: 'diphenox|diphenoxylat',
    salts: { hydrochloride: 0.9254 },
    strengths: [0.5, 2.5],
    brands: [brand('lomotil|lonox|lomocot|diphen atrop|diphen atro|diphen atropine', 'atropine')],
  }),
  substance('9167', 'difenoxin', '4', { strengths: [1], brands: [brand('motofen', 'atropine')] }),
  substance('9725', 'eluxadoline', '4', { strengths: [75, 100], brands: [brand('viberzi')] }),
  substance('9648', 'levacetylmethadol', '2', {
    also: 'levomethadyl|levo-alphacetylmethadol',
    brands: [brand('orlaam')],
  }),
  substance('9041', 'cocaine', '2', {
    salts: { hydrochloride: 0.8927 },
    strengths: [40, 100],
    brands: [brand('goprelto|numbrino')],
  }),
  substance('9743', 'carfentanil', '2', { brands: [brand('wildnil')] }),
  substance('9729', 'thiafentanil', '2'),
  substance('9010', 'alphaprodine', '2', { brands: [brand('nisentil')] }),
  substance('9020', 'anileridine', '2', { brands: [brand('leritine')] }),
];
