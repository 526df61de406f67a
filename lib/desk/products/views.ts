import type { ProductSource } from '@/lib/archive';
import type { PlainDate } from '@/lib/base';
import type { CatalogueFile, CatalogueProgress, CatalogueReport, CatalogueState } from '@/lib/catalogue';
import type { ProductFacts } from '@/lib/drugs';
import type { Acting } from '../pharmacy/views';

/** A product whose lines are compared with nothing, because something of it isn't known. */
export interface UnknownProductView {
  /** What a correction is kept under. */
  readonly key: string;
  /** As the newest of its lines has it. */
  readonly text: string;
  /** Grouped for reading. */
  readonly ndc: string | null;
  readonly lines: number;
  readonly last: PlainDate;
  /** What its text says by itself. */
  readonly read: ProductFacts;
}

/** Something that was said of a product, and counts. */
export interface CorrectionView {
  readonly key: string;
  /** The NDC, grouped, or the text it is kept under. */
  readonly product: string;
  readonly facts: ProductFacts;
  /** Null: not controlled. */
  readonly substanceName: string | null;
  readonly from: ProductSource;
  readonly date: PlainDate;
  readonly whoName: string;
}

export interface ProductsView {
  /** Those that may be controlled, as far as schedule, name or abbreviation tell; newest first. */
  readonly unknown: readonly UnknownProductView[];
  /** All the others, most of them not controlled: a history of purchases holds hundreds. Newest first. */
  readonly others: readonly UnknownProductView[];
  /** There are more than were read. */
  readonly more: boolean;
  /** A person's word first, then by product. */
  readonly corrections: readonly CorrectionView[];
}

export interface CatalogueImported extends CatalogueReport {
  /** Products on record that weren't recognised, and are now. */
  readonly learned: number;
  /** Their look-up was stopped before its end; the directory itself is whole. */
  readonly isStopped: boolean;
}

/** Reading the directory, sorting it, then looking up what is on record. */
export interface ImportProgress extends Omit<CatalogueProgress, 'phase'> {
  readonly phase: CatalogueProgress['phase'] | 'learning';
}

/** Products: what isn't recognised, what people said of it, and the FDA's NDC directory. */
export interface ProductCases {
  productsToPlace(): Promise<ProductsView>;
  /** Counts from now on for every line of the product, earlier ones among them. Throws `people/*`, `product/facts-invalid`. */
  correctProduct(act: Acting & { readonly key: string; readonly facts: ProductFacts }): Promise<void>;
  /** Its lines are read from their text again. Throws `people/*`, `product/unknown`. */
  withdrawCorrection(act: Acting & { readonly key: string }): Promise<void>;
  /** Null before the first import. */
  catalogueState(): Promise<CatalogueState | null>;
  /** Then what it says of products that weren't recognised is recorded. Throws as `Catalogue.import`. */
  importCatalogue(
    files: readonly CatalogueFile[],
    onProgress: (progress: ImportProgress) => void,
    signal?: AbortSignal,
  ): Promise<CatalogueImported>;
}
