import fc from 'fast-check';
import type { PageTruth } from './truth';
import { containers, type Cell } from './generated-containers';

/** Labels as portals write them. */
const LABELS = {
  ndc: ['NDC', 'NDC/UPC', 'NDC #', 'NDC Number', 'National Drug Code'],
  itemNumber: ['Item #', 'Item No', 'CIN', 'ABC #', 'SKU', 'Supplier Item', 'Catalog #'],
  description: ['Description', 'Item Description', 'Product', 'Trade Name', 'Name of Item', 'Drug'],
  packageSize: ['Size', 'Pkg Size', 'Pack', 'Size of Package', 'Package Size', 'Unit Size'],
  packages: ['Qty', 'Quantity', 'Order Qty', 'Ordered', 'Ordered Qty', 'No. of Packages', 'Qty Ord'],
  shipped: ['Ship Qty', 'Shipped', 'Qty Shipped'],
  schedule: ['Schedule', 'Sch', 'Class', 'DEA', 'DEA Schedule'],
  price: ['Price', 'Unit Price', 'Your cost'],
  total: ['Ext Price', 'Extended Amount', 'Total'],
  mfr: ['Mfr', 'Manufacturer', 'Labeler'],
  image: [''],
  stock: ['Avail', 'In stock', 'On hand'],
} as const;
type Column = keyof typeof LABELS;
const ALWAYS = ['ndc', 'description', 'packageSize', 'packages'] as const satisfies readonly Column[];
const SOMETIMES = ['itemNumber', 'schedule', 'price', 'total', 'mfr', 'image', 'stock'] as const;

const DRUGS = [
  ['00406055201', 'Oxycodone HCl 5 mg tablet', 100, '2', '1048821'],
  ['00406853001', 'Oxycodone HCl 30 mg tablet', 100, '2', '1048852'],
  ['42858030201', 'Hydromorphone HCl 4 mg tablet', 100, '2', '1090346'],
  ['00378912198', 'Fentanyl 25 mcg/hr patch', 5, '2', '1101519'],
  ['50458058601', 'Methylphenidate ER 36 mg tablet', 100, '2N', '1130417'],
  ['00555097302', 'Dextroamphetamine/Amphetamine 20 mg tablet', 100, '2N', '1140256'],
  ['00406012505', 'Hydrocodone/Acetaminophen 10 mg-325 mg tablet', 500, '2', '1061218'],
  ['00093015001', 'Acetaminophen/Codeine 300 mg-30 mg tablet', 100, '3', '2010450'],
  ['59762372004', 'Alprazolam 0.5 mg tablet', 1000, '4', '3010229'],
  ['57664037708', 'Tramadol HCl 50 mg tablet', 100, '4', '3051173'],
] as const;

const NDCS: Readonly<Record<string, (ndc: string) => string>> = {
  digits: (ndc) => ndc,
  hyphens: (ndc) => `${ndc.slice(0, 5)}-${ndc.slice(5, 9)}-${ndc.slice(9)}`,
};
/** Lines drawn as a grid with one header for all. */
export const grids = fc.record({
  container: fc.constantFrom('table', 'plainTable', 'ariaGrid'),
  ndc: fc.constantFrom('digits', 'hyphens'),
});
/** Lines drawn each for itself with its labels. */
export const cards = (ndc: 'digits' | 'hyphens') =>
  fc.record({ container: fc.constantFrom('cards', 'definitions'), ndc: fc.constant(ndc) });

const SIZES: readonly ((size: number) => string)[] = [
  String,
  (size) => `${size}EA`,
  (size) => `${size} EA`,
  (size) => size.toLocaleString('en-US'),
  (size) => `BTL ${size}`,
];
const SCHEDULES: readonly ((schedule: string) => string)[] = [
  (schedule) => `C${'I'.repeat(Number(schedule[0]) % 4) || 'IV'}`,
  (schedule) => `C-${schedule[0]}`,
  (schedule) => schedule,
];
const SUBMITS = ['Submit order', 'Place order', 'Sign & submit', 'Proceed to checkout'];
/** What a page is for, by what it is headed with. */
const HEADINGS = {
  'order-form': ['Review order', 'Shopping cart', 'Your order', 'Checkout', 'Order entry'],
  shipment: ['Invoice', 'Packing list', 'Shipment details'],
  none: ['Search results', 'Products', 'Results for “tablet”'],
} as const;
type Purpose = keyof typeof HEADINGS;

export interface GeneratedPage {
  readonly html: string;
  readonly truth: PageTruth;
}

const columnsFor = (purpose: Purpose) =>
  fc.subarray([...SOMETIMES]).chain((more) => {
    const all: Column[] = [...ALWAYS, ...(purpose === 'shipment' ? (['shipped'] as const) : []), ...more];
    return fc.shuffledSubarray(all, { minLength: all.length });
  });
const labels = fc.record(
  Object.fromEntries(
    Object.entries(LABELS).map(([column, all]) => [column, fc.constantFrom<string>(...all)]),
  ),
);

/** Pages whose truth is known because they were made from it, in any of the usual containers. */
export const generatedPage = (
  purpose: Purpose,
  layout: fc.Arbitrary<{ container: string; ndc: string }>,
): fc.Arbitrary<GeneratedPage> =>
  fc
    .record({
      layout,
      columns: columnsFor(purpose),
      labels,
      drugs: fc.shuffledSubarray([...DRUGS], { minLength: 1, maxLength: 6 }),
      quantities: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 6, maxLength: 6 }),
      control: fc.constantFrom(
        ...(purpose === 'shipment'
          ? ['text']
          : purpose === 'none'
            ? ['input', 'stepper']
            : ['text', 'input', 'select', 'stepper']),
      ),
      size: fc.constantFrom(...SIZES),
      schedule: fc.constantFrom(...SCHEDULES),
      hasTotal: fc.boolean(),
      submit: fc.constantFrom(...SUBMITS),
      heading: fc.constantFrom<string>(...HEADINGS[purpose]),
      cut: fc.array(fc.nat({ max: 1 }), { minLength: 6, maxLength: 6 }),
      orderNumber: fc.option(fc.constantFrom('26XAB1234', '26X000917', '25XQRS77Z')),
      numberLabel: fc.constantFrom('CSOS #', 'CSOS ID', 'PO #', 'E222 #', 'UTN', 'DEA Blank #'),
    })
    .map((made) => {
      const lines = made.drugs.map(([ndc, description, size, schedule, item], i) => {
        const packages = purpose === 'none' ? 1 : (made.quantities[i] ?? 1);
        const shipped = packages - (made.cut[i] ?? 0);
        const price = 3 + 7.25 * (i + 1);
        const texts: Record<Column, string> = {
          ndc: NDCS[made.layout.ndc]?.(ndc) ?? ndc,
          itemNumber: item,
          description,
          packageSize: made.size(size),
          packages: String(packages),
          shipped: String(shipped),
          schedule: made.schedule(schedule),
          price: `$${price.toFixed(2)}`,
          total: `$${(price * packages).toFixed(2)}`,
          mfr: ['SPECGX', 'HIKMA', 'TEVA'][i % 3] ?? '',
          image: '',
          stock: String(120 + i),
        };
        const cells = made.columns.map((column): Cell => {
          const shown = column === 'packages' ? control(made.control, packages) : texts[column];
          return {
            label: made.labels[column] ?? '',
            html: column === 'image' ? '<img src="data:," alt="" width="40">' : escape(shown, column),
          };
        });
        if (purpose === 'none') cells.push({ label: '', html: '<button>Add to cart</button>' });
        const hasSchedule = made.columns.includes('schedule');
        return {
          cells,
          truth: {
            ndc: texts.ndc,
            description,
            packageSize: texts.packageSize,
            packages,
            ...(purpose === 'shipment' && { shipped }),
            ...(made.columns.includes('itemNumber') && { itemNumber: item }),
            ...(hasSchedule && { schedule: texts.schedule }),
          },
          normal: { ndc11: ndc, packageSize: size, schedule, packages },
        };
      });
      const total = lines.reduce((sum, line) => sum + line.truth.packages, 0);
      const number =
        made.orderNumber && purpose !== 'none'
          ? `<p>${made.numberLabel}: <b>${made.orderNumber}</b></p>`
          : '';
      const html = `<!doctype html><html><head><title>${made.heading} | Calder Drug</title></head><body>
<header><a class="logo" href="#">Calder Drug</a> <a href="#">Products</a> <a href="#">Orders</a> <input type="search" placeholder="Search"></header>
<main><h1>${made.heading}</h1>${number}${containers[made.layout.container]?.(
        lines.map(({ cells }) => cells),
        made.hasTotal && purpose !== 'none' ? `Total packages: ${total}` : '',
      )}${purpose === 'order-form' ? `<button>${made.submit.replace('&', '&amp;')}</button>` : ''}</main><footer>© 2026 Calder Drug</footer></body></html>`;
      return {
        html,
        truth:
          purpose === 'none'
            ? { kind: purpose, lines: [], orders: [] }
            : {
                kind: purpose,
                orderNumber: made.orderNumber,
                lines: lines.map(({ truth }) => truth),
                normal: lines.map(({ normal }) => normal),
                orders: [],
              },
      };
    });

function escape(text: string, column: Column): string {
  return column === 'packages' ? text : text.replaceAll('&', '&amp;');
}

function control(how: string, packages: number): string {
  if (how === 'input') return `<input type="text" size="3" value="${packages}">`;
  if (how === 'stepper')
    return `<button aria-label="Less">−</button><input type="number" value="${packages}"><button aria-label="More">+</button>`;
  if (how === 'select')
    return `<select>${Array.from({ length: 40 }, (_, i) => `<option${i + 1 === packages ? ' selected' : ''}>${i + 1}</option>`).join('')}</select>`;
  return String(packages);
}
