import { expect, it } from 'vitest';
import { recogniseProduct } from './recognise-product';

/** Products that aren't controlled, many of them alike to controlled ones, and words that merely begin like those. */
const NAMES =
  `hydrocortisone|hydroco|hydrochlorothiazide|methylprednisolone|methylpred|methyl salicylate|methyldopa|methylene blue|oxybutynin|oxymetazoline|
oxymet|morrhuate|clonidine|clomipramine|clomiphene|clozapine|lorata|loratadine|lorazi|dexamethasone|dexmedetomidine|dextromethorphan|dextrose|dextran|phentolamine|
phenytoin|phenazopyridine|phenelzine|phenylephrine|pentoxifylline|pentamidine|bupropion|buspirone|bupivacaine|butenafine|butoconazole|trazodone|tramazoline|
testolactone|temsirolimus|alprostadil|ketorolac|ketoconazole|ketotifen|propranolol|propofol|propylthiouracil|meclizine|meloxicam|
metaxalone|methocarbamol|metformin|methotrexate|midodrine|modafine|naloxone|naltrexone|nalbuphine|narcan|codergocrine|cod liver oil|codfish|cocoa butter|opiate-free balm|
pregnenolone|prednisone|prazosin|primidone|quetiapine|quinapril|remdesivir|ropinirole|ropivacaine|selegiline|sertraline|sildenafil|sumatriptan|sufentab|tamsulosin|
terazosin|triamcinolone|triazole|triamterene|zileuton|ziprasidone|zolmitriptan|zonisamide|zoledronic acid|gabapentin|cyclobenzaprine|baclofen|tizanidine|acetaminophen|
tylenol|ibuprofen|aspirin|excedrin|guaifenesin|guaifenesin dm|pseudoephedrine|caffeine citrate|amitriptyline|nortriptyline|lisinopril|amlodipine|atorvastatin|
omeprazole|amoxicillin|azithromycin|levothyroxine|albuterol|losartan|insulin lispro|insulin glargine|montelukast|fluoxetine|escitalopram|citalopram|
duloxetine|venlafaxine|warfarin|apixaban|rivaroxaban|clopidogrel|furosemide|spironolactone|carvedilol|metoprolol|atenolol|diltiazem|verapamil|digoxin|
hydralazine|hydroxyzine|hydroxychloroquine|diphenhydramine|cetirizine|famotidine|ondansetron|promethazine|metoclopramide|dicyclomine|hyoscyamine|atropine|
glipizide|sitagliptin|empagliflozin|semaglutide|topiramate|levetiracetam|lamotrigine|carbamazepine|oxcarbazepine|valproate|lithium|aripiprazole|olanzapine|
risperidone|haloperidol|chlorpromazine|chlorpheniramine|doxycycline|cephalexin|ciprofloxacin|nitrofurantoin|fluconazole|acyclovir|valacyclovir|nystatin|clotrimazole|
estradiol|progesterone|medroxyprogesterone|finasteride|tadalafil|allopurinol|colchicine|naproxen|diclofenac|celecoxib|lidocaine|mupirocin|tretinoin|latanoprost|timolol|
fentanyl test strips|morphine urine test|thc drug test|oxycodone assay|heparin|enoxaparin|potassium chloride|sodium chloride|sodium bicarbonate|sterile water|epinephrine|
atomoxetine|guanfacine|strattera|donepezil|memantine|carbidopa levodopa|sodium phosphate|codeless syringe|somatropin|androstenedione-free protein|
vitamin c|ascorbic acid iv|hepatitis c v|factor ix|ci basic blue|hydro 40 foam|hydroquinone|hydroxyprogesterone|hydroxyurea|hydralazine hydrochloride and hydrochlorothiazide|oxytocin|
oxaprozin|oxcarbazepine er|oxiconazole|oxaliplatin|acetazolamide|acetylcysteine|aceto-caustin|methazolamide|methenamine|methimazole|methscopolamine|methyclothiazide|
methylergonovine|methylcellulose|methyl nicotinate|mephyton|meperimide|meprobazine|metaproterenol|metolazone|metronidazole|fenofibrate|fenoprofen|fenoldopam|fenfluramine|fentikure|
alfuzosin|alfalfa|sulfacetamide|sulfasalazine|remicade|remeron|remifemin|tapazole|tapinarof|dihydroergotamine|dihydroxyacetone|diphtheria|diphencyprone|diphenhydramine and acetaminophen|
acetaminophen and diphenhydramine|propafenone|propantheline|proparacaine|propylene glycol|butenafine hydrochloride|butyl paraben|bumetanide|budesonide|buprofezin|levocetirizine|levofloxacin|
levonorgestrel|levocarnitine|levoleucovorin|pentosan|pentetate|penciclovir|penicillin g|pegfilgrastim|phenol|phenyl salicylate|phenylpropanolamine|phenindamine|phendol|dexlansoprazole|dexpanthenol|
dexrazoxane|dextran|dexchlorpheniramine|lisinopril and hydrochlorothiazide|lisdexane|modane|mometasone|moexipril|morrhuate sodium|cocamidopropyl|cocoa|cocculus|coconut oil|codonopsis|coenzyme|
opiorphin|optivar|diazoxide|diazolidinyl urea|dichlorophen|lorcainide|loratadine pseudoephedrine|temodar|temozolomide|tenormin|tetracaine|tetracycline|theophylline|triamterene hctz|triazole shampoo|
trihexyphenidyl|trifluridine|midodrine hcl|miconazole|milrinone|clobetasol|clofazimine|clonidine er|clorpactin|clotrimazole betamethasone|chlorhexidine|chlorzoxazone|chloroquine|chlorothiazide|
chlorthalidone|chlorpropamide|zolmitriptan odt|zoledronic|zonegran|zaleuton|suvoderm|lemborine|carbinoxamine|carbamide peroxide|cariprazine|carisbamate|mepivacaine|phenytoin sodium|fosphenytoin|
primidone|secnidazole|secukinumab|amobarbine|amoxapine|amphotericin b|amphadase|pregnyl|pregnancy test|prenatal vitamin|lacosite|lactulose|lacrisert|brinzolamide|brimonidine|cenestin|cetuximab|
ketoprofen|ketotifen|esketone|oxymel|dronedarone|nabumetone|naloxone nasal spray|nalmefene|naltrexone hcl|methylnaltrexone|nalbuphine hcl|estradiol cypionate|estradiol testolact|esterified estrogens|
conjugated estrogens|androgen blocker|androsterone|nandina|oxandra|stanol ester|boldo leaf|human chorionic gonadotropin|cannabidiol|hemp seed oil|epidiolex|papaverine|apomorphine|levmetamfetamine|
propylhexedrine|pitolisant|ramelteon|doxepin|buspirone hcl|gabapentin enacarbil|ephedrine sulfate|phenylephrine hcl|caffeine and sodium benzoate|butalbine|isometheptene mucate|belladonna leaf|
ergotamine and caffeine|hyoscyamine sulfate|phenazopyridine hcl|orphenadrine aspirin caffeine|dantrolene|somatuline|sonafine|concentrate buffer|concept ob|percogesic|vicks vapor inhaler|
norcuron|norethindrone|lorabid|loraxine|lyricon|ambiflex|ativaderm|valsartan|valproic acid|xanthan gum|xalatan|klor-con|restasis|restora|lunelle|provera|nuvaring|adalat|adapalene|ritonavir|
concerto|focus factor|strattera cap|vyepti|dilantin|demeclocycline|demadex|duravent|duranest|actigall|actos|fentanil-free|subvenite|sublingual b12|suboptic|belviz|ultrase|ultravate|talc|talwind`
    .split('|')
    .map((name) => name.replace(/\s+/g, ' ').trim());

it('takes no product for controlled that is not', () => {
  const wrong = NAMES.flatMap((name) =>
    [`${name.toUpperCase()} TAB 10MG 100`, `${name} 5 mg/mL 10 mL`].flatMap((description) => {
      const { substance, schedule } = recogniseProduct({
        description,
        ndc: null,
        strength: null,
        form: null,
        packageSize: null,
        schedule: null,
      });
      return substance || schedule ? [`${description}: ${substance?.name} ${schedule}`] : [];
    }),
  );
  expect(wrong).toEqual([]);
});
