import { splitFields } from './split-fields';

/** Columns that are used, by their names without spaces, strokes and case; the FDA's own first. */
const NAMES = {
  productNdc: ['PRODUCTNDC'],
  productType: ['PRODUCTTYPENAME', 'PRODUCTTYPE'],
  proprietaryName: ['PROPRIETARYNAME'],
  nonproprietaryName: ['NONPROPRIETARYNAME'],
  dosageForm: ['DOSAGEFORMNAME', 'DOSAGEFORM'],
  route: ['ROUTENAME', 'ROUTE'],
  substances: ['SUBSTANCENAME'],
  strengths: ['ACTIVENUMERATORSTRENGTH', 'STRENGTHNUMBER'],
  units: ['ACTIVEINGREDUNIT', 'STRENGTHUNIT'],
  deaSchedule: ['DEASCHEDULE'],
  packageNdc: ['NDCPACKAGECODE', 'PACKAGENDC'],
  packageDescription: ['PACKAGEDESCRIPTION'],
} as const;
export type DirectoryColumn = keyof typeof NAMES;

const OF_PRODUCTS: readonly DirectoryColumn[] = [
  'productNdc',
  'substances',
  'strengths',
  'units',
  'deaSchedule',
];
const OF_PACKAGES: readonly DirectoryColumn[] = ['packageNdc', 'packageDescription'];

/** How a file of the directory is laid out. One file may hold both. */
export interface DirectoryHeader {
  readonly delimiter: string;
  readonly columns: Readonly<Partial<Record<DirectoryColumn, number>>>;
  /** Columns of the file. */
  readonly width: number;
  /** Fields that a line has to reach to be read. */
  readonly needed: number;
  readonly hasProducts: boolean;
  readonly hasPackages: boolean;
}

/** Reads the first line, whatever separates its columns and in whatever order; null where it is another kind of file. */
export function readHeader(line: string): DirectoryHeader | null {
  for (const delimiter of ['\t', ',', ';', '|']) {
    const names = splitFields(line, delimiter)?.map((name) => name.toUpperCase().replace(/[^A-Z]/g, ''));
    if (!names) continue;
    const columns: Partial<Record<DirectoryColumn, number>> = {};
    for (const [column, known] of Object.entries(NAMES) as [DirectoryColumn, readonly string[]][]) {
      const at = names.findIndex((name) => known.includes(name));
      if (at >= 0) columns[column] = at;
    }
    const has = (wanted: readonly DirectoryColumn[]) =>
      wanted.every((column) => columns[column] !== undefined);
    const hasProducts = has(OF_PRODUCTS);
    const hasPackages = has(OF_PACKAGES);
    if (!hasProducts && !hasPackages) continue;
    const wanted = [...(hasProducts ? OF_PRODUCTS : []), ...(hasPackages ? OF_PACKAGES : [])];
    const needed = 1 + Math.max(...wanted.map((column) => columns[column] as number));
    return { delimiter, columns, width: names.length, needed, hasProducts, hasPackages };
  }
  return null;
}
