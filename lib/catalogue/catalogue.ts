import type { Ndc11 } from '@/lib/base';
import type { ProductFacts } from '@/lib/drugs';
import type { DirectoryReport } from './directory-reader';

/** A file of the FDA's NDC directory: product or package, tabs or commas, or the ZIP that holds both. */
export type CatalogueFile = Pick<File, 'name' | 'size' | 'stream'>;

/** What was read in last. */
export interface CatalogueState {
  /** Products and packages that can be looked up. */
  readonly entries: number;
  /** Milliseconds since 1970. */
  readonly importedAt: number;
  /** Names of the files. */
  readonly of: string;
}

export interface CatalogueReport extends Readonly<DirectoryReport> {
  /** NDCs that the files describe in two ways: nothing is said of them. */
  readonly conflicts: number;
  readonly state: CatalogueState;
}

/** Bytes while reading, parts of the whole while sorting. */
export interface CatalogueProgress {
  readonly phase: 'reading' | 'sorting';
  readonly done: number;
  readonly total: number;
}

/**
 * The NDC directory as read in here: no record of the pharmacy, in no backup, and to be had again from its files. What it
 * says that matters for a figure becomes a record of the archive (`product.set`).
 */
export interface Catalogue {
  /** Null for an NDC that isn't listed, or of which the directory says nothing that is understood. */
  find(ndc: Ndc11): Promise<ProductFacts | null>;
  findMany(ndcs: readonly Ndc11[]): Promise<ReadonlyMap<Ndc11, ProductFacts>>;
  /** Null before the first import. */
  state(): Promise<CatalogueState | null>;
  /**
   * Reads files in, in memory that doesn't grow with them, and puts them in the place of what was there in one step; until
   * then, and where it breaks off, the earlier ones count. One import at a time is the caller's to see to. Throws
   * `catalogue/not-a-directory` {file}, `catalogue/zip-broken` {file}, `catalogue/no-products`, `catalogue/cancelled`,
   * `archive/storage-full`, `archive/unavailable`.
   */
  import(
    files: readonly CatalogueFile[],
    onProgress: (progress: CatalogueProgress) => void,
    signal?: AbortSignal,
  ): Promise<CatalogueReport>;
  clear(): Promise<void>;
  close(): void;
}
