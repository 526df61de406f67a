import { expect, it } from 'vitest';
import { recogniseProduct } from './recognise-product';

/** How portals and wholesalers' files write products of every family: text, substance, schedule, mg a unit. */
const CASES: readonly (readonly [string, string, string | null, number | null])[] = [
  ['HYDROCO/APAP TAB 10-325MG', 'hydrocodone', '2', 10],
  ['HYDROCODONE.BIT. 5MG/ACETAMINOPHEN 5', 'hydrocodone', '2', 5],
  ['ACETAMINOPHEN 500MG/HYDROCODONE.BIT 5MG', 'hydrocodone', '2', 5],
  ['APAP 500MG / HYDROCODONE BITARTRATE 7.5MG TABS', 'hydrocodone', '2', 7.5],
  ['HYDROCODONE BITARTRATE/ACETAMINOPHEN 500MG', 'hydrocodone', '2', null],
  ['LORTAB 10 TABS (HYDROCODONE.BIT.10MG', 'hydrocodone', '2', 10],
  ['HYD POL/CPM SUS 10-8/5ML', 'hydrocodone', '2', 2],
  ['OXYCOD/APAP TAB 7.5-325', 'oxycodone', '2', 7.5],
  ['OXYCODONE HCL/ACETAMINOPHEN 5MG/325M', 'oxycodone', '2', 5],
  ['PERCOCET 10/325 MG TABS (10 MG OXYCO', 'oxycodone', '2', 10],
  ['ENDOCET - 5MG OXYCODONE HCL/325MG AC', 'oxycodone', '2', 5],
  ['OXYCONTIN - 40MG OXYCODONE.HCL CONTR', 'oxycodone', '2', 40],
  ['MORPHINE SUL TAB 15MG ER', 'morphine', '2', 15],
  ['MORPHINE SULFATE ER 30 MG TBCR', 'morphine', '2', 30],
  ['MORPHINE SUL CON 100/5ML', 'morphine', '2', 20],
  ['FENTANYL DIS 25MCG/HR', 'fentanyl', '2', 0.025],
  ['FENTANYL PATCH 25MCG/HR - 2.5MG FENT', 'fentanyl', '2', 0.025],
  ['DURAGESIC PATCH 2.5MG FENTANYL 25MCG/HR', 'fentanyl', '2', 0.025],
  ['MEPERIDINE HCL USP 50MG TABS', 'meperidine', '2', 50],
  ['TYLENOL W/COD #3 TABS - 30MG CODEINE', 'codeine', '3', 30],
  ['ACETAMIN-COD #4 TABLET', 'codeine', '3', 60],
  ['PROMETH/COD SOL 6.25-10', 'codeine', '5', null],
  ['GUAIF/COD LIQ 100-10/5ML', 'codeine', '5', 2],
  ['TUXARIN ER TAB 54.3-8MG', 'codeine', '3', 54.3],
  ['TUZISTRA XR SUSP 14.7-2.8MG/5ML', 'codeine', '3', 2.94],
  ['CARISO/ASA/COD TAB 200-325-16MG', 'codeine', '3', 16],
  ['TRAMADL/APAP TAB 37.5-325', 'tramadol', '4', 37.5],
  ['BUPREN/NALOX SUB 8-2MG', 'buprenorphine', '3', 8],
  ['BUPRENORPHIN DIS 5MCG/HR', 'buprenorphine', '3', 0.005],
  ['PENTAZ/NALOX TAB 50-0.5MG', 'pentazocine', '4', 50],
  ['DIPHEN/ATROP TAB 2.5MG', 'diphenoxylate', '5', 2.5],
  ['BELLADON/OPIUM SUP 16.2-60', 'opium', '2', 60],
  ['AMPHET/DEXTR TAB 20MG', 'amphetamine', '2N', 20],
  ['DEXTROAMPHET CAP 10MG ER', 'amphetamine', '2N', 10],
  [
    'Dextroamphetamine Saccharate, Amphetamine Aspartate, Dextroamphetamine Sulfate and Amphetamine Sulfate 5; 5; 5; 5 mg/1; mg/1; mg/1; mg/1',
    'amphetamine',
    '2N',
    20,
  ],
  [
    'Adderall: Dextroamphetamine Saccharate, Amphetamine Aspartate, Dextroamphetamine Sulfate, Amphetamine Sulfate 2.5; 2.5; 2.5; 2.5 mg/1',
    'amphetamine',
    '2N',
    10,
  ],
  ['LISDEXAMFETA CAP 30MG', 'lisdexamfetamine', '2N', 30],
  ['METHYLPHENID TAB 54MG ER', 'methylphenidate', '2N', 54],
  ['DEXMETHYLPHE CAP 20MG ER', 'methylphenidate', '2N', 20],
  ['METHAMPHETAM TAB 5MG', 'methamphetamine', '2N', 5],
  ['PHENDIMETRAZ TAB 35MG', 'phendimetrazine', '3N', 35],
  ['PHENTERMINE HCL 37.5 MG TABLET', 'phentermine', '4', 37.5],
  ['CYLERT 37.5MG TAB', 'pemoline', '4', 37.5],
  ['CHLORDIAZ/AMI TAB 10-25MG', 'chlordiazepoxide', '4', 10],
  ['CHLORD/CLIDI CAP 5-2.5MG', 'chlordiazepoxide', null, 5],
  ['CLONAZEP ODT TAB 0.25MG', 'clonazepam', '4', 0.25],
  ['MIDAZOLAM HCL 2 MG/ML SYRP', 'midazolam', '4', 2],
  ['TELAZOL INJ 500MG', 'tiletamine and zolazepam', '3N', null],
  ['ZOLPIDEM TAR TAB 10MG', 'zolpidem', '4', 10],
  ['ESZOPICLONE TAB 3MG', 'zopiclone', '4', 3],
  ['CARISOPRODOL 350MG TABS', 'carisoprodol', '4', 350],
  ['BUTISOL SODIUM TAB 30MG', 'butabarbital', '3N', 30],
  ['MEBARAL TAB 50MG', 'mephobarbital', '4', 50],
  ['NEMBUTAL INJ 50MG/ML 20ML', 'pentobarbital', '2N', 50],
  ['EUTHASOL 390-50MG/ML 100ML', 'pentobarbital', '3N', 390],
  ['BUT/ASA/CAF CAP 50-325-40', 'butalbital', '3N', 50],
  ['TESTOST CYP INJ 200MG/ML', 'testosterone', '3N', 200],
  ['TESTOST ENAN INJ 200MG/ML', 'testosterone', '3N', 200],
  ['TESTOSTERONE GEL 1.62% 75GM', 'testosterone', '3N', 16.2],
  ['ANDROXY TAB 10MG', 'fluoxymesterone', '3N', 10],
  ['METHYLTESTOS CAP 10MG', 'methyltestosterone', '3N', 10],
  ['COVARYX HS TAB 0.625-1.25MG', 'methyltestosterone', null, 1.25],
  ['KETAMINE HCL INJ 50MG/ML 10ML', 'ketamine', '3N', 50],
  ['SYNDROS SOL 5MG/ML', 'dronabinol', '2N', 5],
  ['DRONABINOL CAP 2.5MG', 'dronabinol', '3N', 2.5],
  ['LACOSAMIDE INJ 200MG/20ML', 'lacosamide', '5', 10],
  ['PREGABALIN 75 MG CAPS', 'pregabalin', '5', 75],
  ['XCOPRI TAB 200MG', 'cenobamate', '5', 200],
];

it.each(CASES)('reads %j', (description, substance, schedule, strengthMg) => {
  const product = recogniseProduct({
    description,
    ndc: null,
    strength: null,
    form: null,
    packageSize: null,
    schedule: null,
  });
  expect([product.substance?.name ?? null, product.schedule, product.strengthMg]).toEqual([
    substance,
    schedule,
    strengthMg,
  ]);
});

it.each([
  ['OXYCODONE TABLET, FILM COATED 10 MG', 'tablet'],
  ['DRONABINOL SOFT GEL CAP 5MG', 'capsule'],
  ['DIAZEPAM RECTAL GEL 10MG', 'gel'],
  ['CLONAZEPAM ORALLY DIS TAB 1MG', 'tablet'],
  ['FENTANYL DIS 50MCG/HR', 'patch'],
  ['SUBOXONE FILM 8-2MG', 'film'],
])('reads the form of %j', (description, form) => {
  expect(
    recogniseProduct({
      description,
      ndc: null,
      strength: null,
      form: null,
      packageSize: null,
      schedule: null,
    }).form,
  ).toBe(form);
});

it.each([
  ['LORTAB 10 TABS (HYDROCODONE.BIT.10MG', null],
  ['PERCOCET 5 TAB 5-325MG 100', 100],
  ['DILAUDID-5 TAB 2MG 100', 100],
  ['OXYCODONE 10MG 10 TABS', 10],
  ['OXYCODONE 100 TABS 10MG', 100],
  ['MORPHINE SULF ER 15 MG TB12 60', 60],
  ['PROPOXYPHENE COMPOUND-65 CAP 500', 500],
])('reads the package size of %j', (description, packageSize) => {
  expect(
    recogniseProduct({
      description,
      ndc: null,
      strength: null,
      form: null,
      packageSize: null,
      schedule: null,
    }).packageSize,
  ).toBe(packageSize);
});
