import { CountersignError, limits, parseNdc } from '@/lib/base';
import { listedFacts, listedPackageSize, type ProductFacts } from '@/lib/drugs';
import { readHeader, type DirectoryColumn, type DirectoryHeader } from './directory-header';
import { lineReader } from './lines-of';
import { splitFields } from './split-fields';

/** What one line of the directory says: of a product by the nine digits of labeler and product, of a package by all eleven. */
export type CatalogueEntry =
  | { readonly kind: 'product'; readonly ndc: string; readonly facts: Omit<ProductFacts, 'packageSize'> }
  | { readonly kind: 'package'; readonly ndc: string; readonly packageSize: number };

export const refusals = ['columns', 'ndc', 'too-long'] as const;
export type Refusal = (typeof refusals)[number];

/** A line that couldn't be read, and the first words of it. */
export interface RefusedLine {
  readonly file: string;
  readonly line: number;
  readonly why: Refusal;
  readonly text: string;
}

/** How much of the files was understood; the numbers grow while they are read. */
export interface DirectoryReport {
  products: number;
  packages: number;
  /** Scheduled products whose substance isn't known here: nothing is said of them. */
  unplaced: number;
  /** Packages whose contents aren't told, such as kits. */
  withoutSize: number;
  refused: number;
  /** Some of the refused. */
  readonly examples: RefusedLine[];
}

export function emptyReport(): DirectoryReport {
  return { products: 0, packages: 0, unplaced: 0, withoutSize: 0, refused: 0, examples: [] };
}

/** Reads a file of the FDA's NDC directory piece by piece. */
export interface DirectoryReader {
  /** What the lines say that are complete by now. Throws `catalogue/not-a-directory` where the first isn't a header. */
  push(bytes: Uint8Array): CatalogueEntry[];
  /** What the last line says. Throws as `push`, also for an empty file. */
  end(): CatalogueEntry[];
}

/** A quoted field that isn't closed within so many lines was a quotation mark. */
const LINES_PER_RECORD = 5;

export function directoryReader(file: string, report: DirectoryReport): DirectoryReader {
  const lines = lineReader();
  let header: DirectoryHeader | null = null;
  let lineNumber = 0;
  let begun: string[] = [];

  function refuse(why: Refusal, text: string) {
    report.refused += 1;
    if (report.examples.length < limits.catalogueExamples)
      report.examples.push({ file, line: lineNumber, why, text: text.slice(0, 120) });
  }

  function take(line: string | null, entries: CatalogueEntry[]): void {
    lineNumber += 1;
    if (header === null) {
      if (line !== null && line.trim() === '') return;
      header = line === null ? null : readHeader(line);
      if (header === null) throw new CountersignError('catalogue/not-a-directory', { file });
      return;
    }
    if (line === null) {
      takeBegun(header, entries);
      return refuse('too-long', '');
    }
    if (begun.length === 0 && line.trim() === '') return;
    const alone = splitFields(line, header.delimiter);
    // A whole line of its own: what is open was a quotation mark, and no field that goes on.
    if (alone?.length === header.width) {
      takeBegun(header, entries);
      return read(header, alone, line, entries);
    }
    begun.push(line);
    const fields = begun.length === 1 ? alone : splitFields(begun.join('\n'), header.delimiter);
    if (fields === null) return begun.length < LINES_PER_RECORD ? undefined : takeBegun(header, entries);
    const [text = ''] = begun;
    begun = [];
    read(header, fields, text, entries);
  }

  /** Lines that wait for a quote to close, each for itself. */
  function takeBegun(at: DirectoryHeader, entries: CatalogueEntry[]): void {
    const lines = begun;
    begun = [];
    for (const one of lines) read(at, one.split(at.delimiter), one, entries);
  }

  function read(
    at: DirectoryHeader,
    fields: readonly string[],
    text: string,
    entries: CatalogueEntry[],
  ): void {
    if (fields.length < at.needed) return refuse('columns', text);
    const field = (column: DirectoryColumn) => {
      const index = at.columns[column];
      return index === undefined ? '' : (fields[index] ?? '').trim();
    };
    const product = at.hasProducts ? productNdc(field('productNdc')) : null;
    const pack = at.hasPackages ? parseNdc(field('packageNdc')) : null;
    if ((at.hasProducts && product === null) || (at.hasPackages && pack === null)) return refuse('ndc', text);
    if (product !== null) {
      const facts = listedFacts({
        productType: field('productType'),
        proprietaryName: field('proprietaryName'),
        nonproprietaryName: field('nonproprietaryName'),
        dosageForm: field('dosageForm'),
        route: field('route'),
        substances: field('substances'),
        strengths: field('strengths'),
        units: field('units'),
        deaSchedule: field('deaSchedule'),
      });
      report.products += 1;
      if (facts === null) report.unplaced += 1;
      else entries.push({ kind: 'product', ndc: product, facts });
    }
    if (pack !== null) {
      const packageSize = listedPackageSize(field('packageDescription'));
      report.packages += 1;
      if (packageSize === null) report.withoutSize += 1;
      else entries.push({ kind: 'package', ndc: pack, packageSize });
    }
  }

  return {
    push(bytes) {
      const entries: CatalogueEntry[] = [];
      for (const line of lines.push(bytes)) take(line, entries);
      return entries;
    },
    end() {
      const entries: CatalogueEntry[] = [];
      for (const line of lines.end()) take(line, entries);
      if (header === null) throw new CountersignError('catalogue/not-a-directory', { file });
      takeBegun(header, entries);
      return entries;
    },
  };
}

/** `0002-1200`, `50580-123`: labeler and product, brought to 5 and 4 digits. */
function productNdc(text: string): string | null {
  const match = /^(\d{4,5})-(\d{3,4})$/.exec(text);
  return match && (match[1] as string).padStart(5, '0') + (match[2] as string).padStart(4, '0');
}
