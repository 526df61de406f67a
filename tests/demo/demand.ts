import { products, type Product } from '../portal/book/products';

/** How one product is ordered by the demo pharmacy. */
export interface Demand {
  readonly product: Product;
  /** Chance that it is ordered on an ordering day (two a week). */
  readonly chance: number;
  readonly usualPackages: number;
  /** Growth in a year: .1 = 10 %. */
  readonly growth: number;
  /** Stimulants are dispensed less while schools are closed. */
  readonly schoolYear: boolean;
}

type Row = readonly [
  ndc: string,
  chance: number,
  usualPackages: number,
  growth: number,
  schoolYear?: 'school year',
];

/** By the NDC of the demo suppliers' own catalogue. */
const rows: readonly Row[] = [
  ['97104-0552-01', 0.5, 4, 0.05],
  ['97104-0553-01', 0.55, 5, 0.08],
  ['97104-0556-01', 0.2, 2, -0.1],
  ['98322-0104-01', 0.75, 6, -0.05],
  ['98322-0218-01', 0.4, 3, 0.12, 'school year'],
  ['96417-0041-05', 0.3, 3, -0.08],
  ['96417-0090-01', 0.3, 2, 0],
  ['97104-0871-10', 0.35, 5, 0.1],
  ['96417-0312-30', 0.5, 6, 0.15],
  ['98322-0655-01', 0.4, 3, -0.04],
  ['98322-0671-01', 0.35, 3, -0.02],
  ['96417-0507-90', 0.5, 5, 0.1],
];

const extra = (
  ndc: string,
  name: string,
  strength: string,
  form: string,
  packageSize: number,
  schedule: string,
): Product => ({
  ndc,
  name,
  strength,
  form,
  packageSize,
  schedule,
  unit: 'EA',
  container: 'BTL',
  maker: 'Norrland',
  price: 0,
});

/** Products of the pharmacy's shelf that the demo portals don't list. NDCs and makers are invented. */
const extras: readonly (readonly [Product, number, number, number, 'school year'?])[] = [
  [
    extra('98322-0711-01', 'Amphetamine Salts ER', '20 mg', 'Capsule', 100, '2N'),
    0.5,
    4,
    0.15,
    'school year',
  ],
  [extra('97104-0604-01', 'Hydromorphone HCl', '4 mg', 'Tablet', 100, '2'), 0.15, 2, 0],
  [extra('98322-0402-01', 'Lorazepam', '1 mg', 'Tablet', 100, '4'), 0.4, 3, 0],
  [extra('98322-0433-01', 'Clonazepam', '0.5 mg', 'Tablet', 100, '4'), 0.4, 3, -0.03],
  [extra('96417-0620-05', 'Tramadol HCl', '50 mg', 'Tablet', 500, '4'), 0.35, 1, -0.06],
  [extra('96417-0655-01', 'Carisoprodol', '350 mg', 'Tablet', 100, '4'), 0.2, 2, -0.1],
  [extra('97104-0910-01', 'Phentermine HCl', '37.5 mg', 'Tablet', 100, '4'), 0.2, 2, 0.05],
];

export const demands: readonly Demand[] = [
  ...rows.map(([ndc, chance, usualPackages, growth, season]): Demand => {
    const product = products.find((candidate) => candidate.ndc === ndc);
    if (!product) throw new Error(`The demo catalogue has no product ${ndc}.`);
    return { product, chance, usualPackages, growth, schoolYear: season !== undefined };
  }),
  ...extras.map(([product, chance, usualPackages, growth, season]): Demand => ({
    product,
    chance,
    usualPackages,
    growth,
    schoolYear: season !== undefined,
  })),
];
