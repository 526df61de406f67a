/**
 * Ingredients that aren't controlled but stand beside controlled ones. `heavier`: its milligrams exceed those of the
 * controlled substance in every marketed product of the pair; `lighter`: they stay below; `either`: the number alone
 * doesn't tell. `cough` partners make a codeine liquid a cough preparation. Source: public labelling.
 */
export interface Partner {
  readonly name: string;
  /** Names and abbreviations, separated by `|`. */
  readonly synonyms: string;
  readonly weight: 'heavier' | 'lighter' | 'either';
}

const heavier = (name: string, synonyms = ''): Partner => ({ name, synonyms, weight: 'heavier' });
const lighter = (name: string, synonyms = ''): Partner => ({ name, synonyms, weight: 'lighter' });
const either = (name: string, synonyms = ''): Partner => ({ name, synonyms, weight: 'either' });

export const partners: readonly Partner[] = [
  heavier(
    'acetaminophen',
    'apap|aceta|acetamin|acetaminop|acetaminoph|acetam|acet|paracetamol|acetaminophn|ac|tylenol|panadol|anacin-3',
  ),
  heavier('aspirin', 'asa|acetylsalicylic acid|acetylsalicyclic acid|ascriptin|a.p.c.|a.s.a.'),
  heavier('ibuprofen', 'ibu|ibuprof|ibup'),
  heavier('celecoxib'),
  heavier('guaifenesin', 'guaif|gg|guaifen|guai'),
  heavier('topiramate', 'topiram'),
  heavier('amitriptyline', 'amitrip|ami|amitript'),
  heavier('pseudoephedrine', 'pse|pseudoeph'),
  either('caffeine', 'caff|caf'),
  either('salicylamide'),
  either('isometheptene', 'isomethepten'),
  either('belladonna', 'belladonna alkaloids|bella alk'),
  either('scopolamine', 'scop|scopol'),
  either('ergotamine', 'ergot'),
  either('triprolidine'),
  either('cod liver oil'),
  either('phenylephrine', 'phenyleph'),
  either('brompheniramine'),
  either('serdexmethylphenidate', 'serdexmethylphen'),
  either('camphor'),
  either('hyoscyamine', 'hyoscy'),
  lighter('promethazine', 'prometh|promethaz'),
  lighter('clidinium', 'clidi|clidin|clidinium bromide'),
  lighter('esterified estrogens', 'estrogens esterified|estrogens|estrogen'),
  lighter('phenytoin'),
  lighter('dexchlorpheniramine', 'dexchlorphen'),
  lighter('naloxone', 'nalox|nx|nal|nalx'),
  lighter('naltrexone', 'naltrex'),
  lighter('atropine', 'atrop|atro|atr'),
  lighter('homatropine', 'hom|homat|homatrop|homatro|methylbromide'),
  lighter('chlorpheniramine', 'cpm|chlorphen|chlorphenir|chlorpheniram'),
  lighter('bupivacaine', 'bupiv|bupivacain|bupiva'),
  lighter('ropivacaine', 'ropiv|ropiva'),
  lighter('epinephrine', 'epi'),
];
