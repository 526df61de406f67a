import { systemClock, type Ndc11 } from '@/lib/base';
import { openCatalogue, type CatalogueFile } from '@/lib/catalogue';
import { packageText, productText, type ListedRow } from '../support/ndc-directory';
import type { Figure } from './figure';
import { median } from './median';

const ROWS = 100_000;
const ROWS_PER_PIECE = 500;
const ROUNDS = 25;
const LINES = 60;
/** Beyond this a page that reads the directory in feels stuck. */
const MOST_PAUSE_MS = 250;
/** An order of 60 lines is looked up within the budget of its comparison. */
const MOST_LOOKUP_MS = 100;

const names = [
  ['Oxycodone Hydrochloride', 'OXYCODONE HYDROCHLORIDE', '10', 'mg/1', 'CII'],
  [
    'Hydrocodone Bitartrate and Acetaminophen',
    'HYDROCODONE BITARTRATE; ACETAMINOPHEN',
    '5; 325',
    'mg/1; mg/1',
    'CII',
  ],
  ['Lisinopril', 'LISINOPRIL', '20', 'mg/1', ''],
  ['Metformin Hydrochloride', 'METFORMIN HYDROCHLORIDE', '500', 'mg/1', ''],
  ['Alprazolam', 'ALPRAZOLAM', '.5', 'mg/1', 'CIV'],
] as const;

function row(i: number): ListedRow {
  const [name, substances, strengths, units, schedule] = names[i % names.length] ?? names[0];
  const labeler = String(10_000 + (i >> 4)).padStart(5, '0');
  const productNdc = `${labeler}-${String(100 + (i % 16))}`;
  const code = `${productNdc}-01`;
  return {
    ...{ productNdc, name, generic: name, form: 'TABLET', substances, strengths, units, schedule },
    packages: [{ code, description: `100 TABLET in 1 BOTTLE (${code})` }],
  };
}

/** Made piece by piece, so that what is measured reads a file and holds none. */
function fileOf(name: string, text: (rows: readonly ListedRow[]) => Uint8Array<ArrayBuffer>): CatalogueFile {
  const header = text([]).length;
  const size = text([row(0)]).length - header;
  return {
    name,
    size: header + size * ROWS,
    stream() {
      let at = 0;
      return new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull(controller) {
          const rows = Array.from({ length: ROWS_PER_PIECE }, (_, i) => row(at + i));
          controller.enqueue(at === 0 ? text(rows) : text(rows).slice(header));
          at += ROWS_PER_PIECE;
          if (at >= ROWS) controller.close();
        },
      });
    },
  };
}

/** The NDC directory read in, as the workspace does it, and an order's products looked up in it. */
export async function catalogueFigures(): Promise<Figure[]> {
  const catalogue = openCatalogue({ clock: systemClock, name: `bench-catalogue-${crypto.randomUUID()}` });
  let [longest, last] = [0, performance.now()];
  const ticking = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  const start = performance.now();
  const files = [fileOf('product.txt', productText), fileOf('package.txt', packageText)];
  const { products, packages } = await catalogue.import(files, () => undefined);
  const took = performance.now() - start;
  clearInterval(ticking);
  if (products !== ROWS || packages !== ROWS) throw new Error('the bench’s directory wasn’t read whole');

  const asked = Array.from(
    { length: LINES },
    (_, i) => `${10_000 + i * 97}0100${'01'}`.slice(0, 11) as Ndc11,
  );
  const lookups: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    const found = await catalogue.findMany(asked);
    lookups.push(performance.now() - from);
    if (found.size !== LINES) throw new Error(`${found.size} of ${LINES} products were found`);
  }
  await catalogue.clear();
  catalogue.close();
  const figure = (name: string, value: number, n: number, mostMs?: number): Figure => ({
    ...{ name: `catalogue, ${name}`, value, unit: 'ms', n },
    ...(mostMs === undefined ? {} : { budget: { mostMs } }),
  });
  return [
    figure('read in 100,000 products and 100,000 packages', took, 1),
    figure('longest pause of its page meanwhile', longest, 1, MOST_PAUSE_MS),
    figure('look up the products of 60 lines', median(lookups), ROUNDS, MOST_LOOKUP_MS),
  ];
}
