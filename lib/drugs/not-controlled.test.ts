import { expect, it } from 'vitest';
import { recogniseProduct } from './recognise-product';

/** Common products that aren't controlled, those that look or sound like controlled ones first. */
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
atomoxetine|guanfacine|strattera|donepezil|memantine|carbidopa levodopa|sodium phosphate|codeless syringe|somatropin|androstenedione-free protein`
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
