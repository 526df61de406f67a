/** A product as any wholesaler's catalogue knows it. NDCs and makers are invented. */
export interface Product {
  /** 5-4-2 with hyphens. */
  readonly ndc: string;
  readonly name: string;
  readonly strength: string;
  readonly form: string;
  readonly packageSize: number;
  /** What is counted in the package: `EA` for tablets and patches, `ML` for liquids. */
  readonly unit: 'EA' | 'ML';
  readonly container: 'BTL' | 'BX' | 'VL';
  /** `2`, `2N`, `3` … as the certificate names them; `none` where the product isn't controlled. */
  readonly schedule: string;
  readonly maker: string;
  readonly price: number;
}

type Row = readonly [
  string,
  string,
  string,
  string,
  number,
  Product['unit'],
  Product['container'],
  string,
  string,
  number,
];

const rows: readonly Row[] = [
  ['97104-0552-01', 'Oxycodone HCl', '5 mg', 'Tablet', 100, 'EA', 'BTL', '2', 'Bellwether', 18.42],
  ['97104-0553-01', 'Oxycodone HCl', '10 mg', 'Tablet', 100, 'EA', 'BTL', '2', 'Bellwether', 24.9],
  ['97104-0556-01', 'Oxycodone HCl', '30 mg', 'Tablet', 100, 'EA', 'BTL', '2', 'Bellwether', 61.15],
  [
    '98322-0104-01',
    'Hydrocodone Bitartrate/Acetaminophen',
    '10 mg/325 mg',
    'Tablet',
    100,
    'EA',
    'BTL',
    '2',
    'Norrland',
    21.3,
  ],
  ['98322-0218-01', 'Methylphenidate HCl', '10 mg', 'Tablet', 100, 'EA', 'BTL', '2N', 'Norrland', 33.75],
  ['96417-0041-05', 'Fentanyl', '25 mcg/hr', 'Patch', 5, 'EA', 'BX', '2', 'Ostrava', 47.6],
  ['96417-0090-01', 'Morphine Sulfate ER', '15 mg', 'Tablet', 100, 'EA', 'BTL', '2', 'Ostrava', 39.2],
  [
    '97104-0871-10',
    'Testosterone Cypionate',
    '200 mg/mL',
    'Injection',
    10,
    'ML',
    'VL',
    '3N',
    'Bellwether',
    58.0,
  ],
  ['96417-0312-30', 'Buprenorphine/Naloxone', '8 mg/2 mg', 'Film', 30, 'EA', 'BX', '3', 'Ostrava', 96.5],
  ['98322-0655-01', 'Alprazolam', '1 mg', 'Tablet', 100, 'EA', 'BTL', '4', 'Norrland', 9.85],
  ['98322-0671-01', 'Zolpidem Tartrate', '10 mg', 'Tablet', 100, 'EA', 'BTL', '4', 'Norrland', 7.4],
  ['96417-0507-90', 'Pregabalin', '75 mg', 'Capsule', 90, 'EA', 'BTL', '5', 'Ostrava', 14.1],
  ['97104-0230-10', 'Lisinopril', '20 mg', 'Tablet', 1000, 'EA', 'BTL', 'none', 'Bellwether', 19.95],
  ['98322-0033-05', 'Amoxicillin', '500 mg', 'Capsule', 500, 'EA', 'BTL', 'none', 'Norrland', 26.7],
];

export const products: readonly Product[] = rows.map(
  ([ndc, name, strength, form, packageSize, unit, container, schedule, maker, price]) => ({
    ndc,
    name,
    strength,
    form,
    packageSize,
    unit,
    container,
    schedule,
    maker,
    price,
  }),
);
