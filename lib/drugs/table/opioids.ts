import { brand, substance, type SubstanceFacts } from './facts';

/**
 * Opioids. Codes and schedules: 21 CFR 1308.12(b), (c), 1308.13(e), 1308.14(b), (c), (f), 1308.15(c).
 * Trade names, abbreviations and marketed strengths: public labelling. Salt factors: molar masses.
 */
export const opioids: readonly SubstanceFacts[] = [
  substance('9143', 'oxycodone', '2', {
    besidePartner: 'oxy',
    also: 'oxycod|oxycodon|oxycodone ir|oxycodone er|oxy ir|oxy er|oxycodone terephthalate',
    salts: { hydrochloride: 0.8963, terephthalate: 0.7916 },
    strengths: [2.5, 4.5, 4.8355, 4.88, 5, 7.5, 9, 10, 13.5, 15, 18, 20, 27, 30, 36, 40, 60, 80, 160],
    brands: [
      brand(
        'roxicodone|roxicodone intensol|oxycontin|oxyir|oxaydo|oxecta|xtampza|xtampza er|roxybond|dazidox|oxyfast|eth-oxydose|percolone',
      ),
      brand(
        'percocet|endocet|roxicet|tylox|primlev|xolox|magnacet|xartemis xr|nalocet|prolate|perloxx|primalev|lynox|roxilox',
        'acetaminophen',
      ),
      brand('percodan|percodan demi|endodan|roxiprin', 'aspirin'),
      brand('combunox', 'ibuprofen'),
      brand('targiniq|targiniq er', 'naloxone'),
      brand('troxyca|troxyca er', 'naltrexone'),
    ],
  }),
  substance('9193', 'hydrocodone', '2', {
    besidePartner: 'hydro|hydroc|hydroco',
    also: 'hydrocod|hydrocodon|hydrocodone bit|hydrocodone er|hcod|dihydrocodeinone',
    salts: { bitartrate: 0.6054 },
    strengths: [2.5, 5, 7.5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 120],
    brands: [
      brand('zohydro er|zohydro|hysingla er|hysingla|vantrela'),
      brand(
        'norco|vicodin|vicodin es|vicodin hp|lortab|lortab elixir|lorcet|lorcet plus|lorcet hd|xodol|zydone|verdrocet|anexsia|maxidone|zamicet|co-gesic|hycet|bancap hc|dolacet|hydrocet|stagesic|stagesic-10|hyco-pap|hycomed|hy-phen|duocet|medipain 5|megamor|t-gesic forte|dolorex forte|dolagesic|hycogesic|dolo-pap|senefen iii|ceta plus|polygesic|liquicet|theratramadol hc',
        'acetaminophen',
      ),
      brand('lortab asa|azdone|alor|damason-p|panasal', 'aspirin'),
      brand('vicoprofen|reprexain|ibudone|xylon', 'ibuprofen'),
      brand('hycodan|hydromet|tussigon', 'homatropine'),
      brand('tussionex|tussicaps|vituz', 'chlorpheniramine'),
      brand('hycotuss|obredon', 'guaifenesin'),
      brand('rezira', 'pseudoephedrine'),
    ],
  }),
  substance('9150', 'hydromorphone', '2', {
    also: 'hydromorph|hydromorphon|dihydromorphinone',
    salts: { hydrochloride: 0.8867 },
    strengths: [0.2, 0.5, 1, 2, 3, 4, 8, 10, 12, 16, 24, 32, 50],
    brands: [brand('dilaudid|dilaudid hp|dilaudid-5|exalgo|exalgo er|palladone|hydrostat ir')],
  }),
  substance('9300', 'morphine', '2', {
    also: 'morph|morphin|morphine sul|morphine sulf|morphine sulfate|morphine sulf er|morph sulf|morphine er|morphine ir|ms er',
    salts: { sulfate: 0.752, hydrochloride: 0.759, tartrate: 0.7373 },
    strengths: [
      0.5, 1, 2, 4, 5, 8, 10, 15, 20, 25, 30, 40, 45, 50, 60, 70, 75, 80, 90, 100, 120, 130, 150, 200,
    ],
    brands: [
      brand(
        'ms contin|msir|ms ir|ms/ir|oms|oms concentrate|kadian|kadian er|avinza|oramorph|oramorph sr|roxanol|roxanol sr|rms|duramorph|infumorph|infumorph 500|astramorph|astramorph-pf|depodur|mitigo|arymo|arymo er|morphabond|morphabond er|ms/s',
      ),
      brand('embeda', 'naltrexone'),
    ],
  }),
  substance('9652', 'oxymorphone', '2', {
    also: 'oxymorph|oxymorphon',
    salts: { hydrochloride: 0.8921 },
    strengths: [1, 1.5, 5, 7.5, 10, 15, 20, 30, 40],
    brands: [brand('opana|opana er|numorphan')],
  }),
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
  substance('9050', 'codeine', '2', {
    rule: 'codeine',
    besidePartner: 'cod',
    also: 'codein|cod phos|codeine phos|codeine sulf|codeine phosphate|codeine sulfate',
    salts: { phosphate: 0.7367, sulfate: 0.7973 },
    strengths: [1, 1.2, 2, 2.4, 7.5, 8, 15, 16, 30, 60],
    brands: [
      brand(
        'tylenol codeine|tylenol with codeine|tylenol w codeine|tylenol cod|capital and codeine|empracet codeine|ty-tab-codeine|codaca no.3|phenaphen codeine|phenaphen w codeine|myapap codeine|pyregesic-c',
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
        'robitussin ac|cheratussin ac|virtussin ac|guaiatussin ac|guaifenesin ac|iophen c|mytussin ac|tuxarin er|tuzistra xr|cheratussin dac|m-clear wc|ninjacof xg|coditussin ac|g tussin ac',
        'guaifenesin',
      ),
      brand('phenergan codeine|phenergan with codeine|phenergan vc codeine', 'promethazine'),
    ],
  }),
  substance('9120', 'dihydrocodeine', '2', {
    rule: 'dihydrocodeine',
    also: 'dihydrocodein|dihydrocod',
    salts: { bitartrate: 0.6676 },
    strengths: [16, 32],
    brands: [
      brand('synalgos-dc|synlgen dc|dihydro d.c.', 'aspirin,caffeine'),
      brand('trezix|panlor|panlor dc|panlor ss|zerlor|dvorah', 'acetaminophen,caffeine'),
    ],
  }),
  substance('9752', 'tramadol', '4', {
    besidePartner: 'tram',
    also: 'tramad|tramadol hcl|tramadol er',
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
      brand('darvon|dolene|kenrax'),
      brand('darvon-n', '', 'napsylate'),
      brand(
        'darvocet|darvocet-n|darvocet a500|propacet|propacet 100|propoxacet-n|propoxacet|ro-cet-n|trycet',
        'acetaminophen',
        'napsylate',
      ),
      brand('wygesic|sk-65 apap|doxapap n|genagesic', 'acetaminophen'),
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
  substance('9630', 'opium', '2', {
    rule: 'opium',
    also: 'opium tincture|tincture of opium|opium tinc|opium deodorized|belladonna opium|belladonna and opium|b and o',
    brands: [brand('paregoric', 'camphor')],
  }),
  substance('9170', 'diphenoxylate', '2', {
    rule: 'diphenoxylate',
    also: 'diphenox|diphenoxylat',
    salts: { hydrochloride: 0.9254 },
    strengths: [0.5, 2.5],
    brands: [brand('lomotil|lonox', 'atropine')],
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
];
