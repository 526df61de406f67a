import type { PlainDate } from '@/lib/base';
import type { Desk, ProductsView } from '@/lib/desk';

const nothing = { substanceCode: null, strengthMg: null, form: null, packageSize: null, schedule: null };
const day = (text: string) => text as PlainDate;

/** Products as a pharmacy of the demo has them: two to be placed, one corrected, one learned. */
export const productsView: ProductsView = {
  unknown: [
    {
      key: 'text:oxc hcl tb 10mg',
      text: 'OXC HCL TB 10MG',
      ndc: null,
      lines: 7,
      last: day('2026-11-20'),
      read: { ...nothing, form: 'tablet' },
    },
    {
      key: 'ndc:00406877201',
      text: 'METHYLPHENIDATE ER TAB',
      ndc: '00406-8772-01',
      lines: 1,
      last: day('2026-10-02'),
      read: { ...nothing, substanceCode: '1724', form: 'tablet', schedule: '2N' },
    },
  ],
  others: [],
  more: false,
  corrections: [
    {
      key: 'text:hydro tb 5/325',
      product: 'hydro tb 5/325',
      facts: { substanceCode: '9193', strengthMg: 5, form: 'tablet', packageSize: 100, schedule: null },
      substanceName: 'hydrocodone',
      from: 'person',
      date: day('2026-11-02'),
      whoName: 'Ana Ruiz',
    },
    {
      key: 'ndc:63323045609',
      product: '63323-0456-09',
      facts: { ...nothing, packageSize: 50, schedule: 'none' },
      substanceName: null,
      from: 'catalogue',
      date: day('2026-11-19'),
      whoName: 'Countersign',
    },
  ],
};

export const catalogueState = {
  entries: 214_318,
  importedAt: Date.parse('2026-11-19T15:00:00Z'),
  of: 'ndctext.zip',
};

export const productDesk = {
  productsToPlace: async () => productsView,
  correctProduct: async () => {},
  withdrawCorrection: async () => {},
  catalogueState: async () => catalogueState,
  importCatalogue: async (_files, onProgress) => {
    onProgress({ phase: 'sorting', done: 64, total: 64 });
    return {
      ...{ products: 110_204, packages: 212_930, unplaced: 3, withoutSize: 4_018, refused: 1, conflicts: 2 },
      examples: [{ file: 'product.txt', line: 20_417, why: 'columns', text: '…' }],
      state: catalogueState,
      learned: 4,
      isStopped: false,
    };
  },
} satisfies Partial<Desk>;
