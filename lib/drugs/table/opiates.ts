import { brand, substance, type SubstanceFacts } from './facts';

/**
 * Morphine, what is made of it, and opium. Codes and schedules: 21 CFR 1308.12(b), 1308.13(d), (e).
 * Trade names, abbreviations and marketed strengths: public labelling. Salt factors: molar masses.
 */
export const opiates: readonly SubstanceFacts[] = [
  substance('9143', 'oxycodone', '2', {
    besidePartner: 'oxy',
    also: 'oxycod|oxycodon|oxycodone ir|oxycodone er|oxy ir|oxy er|oxycodone hcl|oxycodone terephthalate',
    salts: { hydrochloride: 0.8963, terephthalate: 0.7916 },
    strengths: [2.5, 4.5, 4.8355, 4.88, 5, 7.5, 9, 10, 13.5, 15, 18, 20, 27, 30, 36, 40, 60, 80, 160],
    brands: [
      brand(
        'roxicodone|roxicodone intensol|oxycontin|oxyir|oxaydo|oxecta|xtampza|xtampza er|roxybond|dazidox|oxyfast|eth-oxydose|percolone|endocodone',
      ),
      brand(
        'percocet|endocet|roxicet|tylox|primlev|xolox|magnacet|xartemis xr|nalocet|prolate|perloxx|primalev|lynox|roxilox|narvox',
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
    also: 'hydrocod|hydrocodon|hydrocodone bit|hydrocodone er|hcod|dihydrocodeinone|hydrocodone polistirex|hydrocodone comp',
    salts: { bitartrate: 0.6054 },
    strengths: [2.5, 5, 7.5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 120],
    brands: [
      brand('zohydro er|zohydro|hysingla er|hysingla|vantrela'),
      brand(
        'norco|vicodin|vicodin es|vicodin hp|lortab|lortab elixir|lorcet|lorcet plus|lorcet hd|xodol|zydone|verdrocet|anexsia|maxidone|zamicet|co-gesic|hycet|bancap hc|dolacet|hydrocet|stagesic|stagesic-10|hyco-pap|hycomed|hy-phen|duocet|medipain 5|megamor|t-gesic forte|dolorex forte|dolagesic|hycogesic|dolo-pap|senefen iii|ceta plus|polygesic|liquicet|theratramadol hc|theracodophen|ro-codone|margesic h|hydrogesic|zolvit|norcet|anolor dh5',
        'acetaminophen',
      ),
      brand('lortab asa|azdone|alor|damason-p|panasal', 'aspirin'),
      brand('vicoprofen|reprexain|ibudone|xylon', 'ibuprofen'),
      brand('hycodan|hydromet|tussigon', 'homatropine'),
      brand('tussionex|tussicaps|vituz|hyd pol cpm|hyd polst cpm', 'chlorpheniramine'),
      brand('zutripro', 'chlorpheniramine,pseudoephedrine'),
      brand('hycotuss|obredon|flowtuss|vicodin tuss|codiclear dh|kwelcof|pneumotussin', 'guaifenesin'),
      brand('hycofenix', 'guaifenesin,pseudoephedrine'),
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
  substance('9630', 'opium', '2', {
    rule: 'opium',
    also: 'opium tincture|tincture of opium|opium tinc|opium deodorized|opium extract|opium deod|belladonna opium|belladonna and opium|belladon op|b and o|b&o supprettes',
    brands: [brand('paregoric', 'camphor')],
  }),
  substance('9190', 'ethylmorphine', '2'),
  substance('9400', 'nalorphine', '3'),
  substance('9059', 'etorphine', '2'),
];
