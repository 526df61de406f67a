import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A line as `npm run -s eval -- pages` prints it, as far as the page settles it. */
export interface NormalLine {
  readonly ndc11?: string | null;
  readonly packageSize?: number | null;
  readonly packages?: number | null;
  readonly schedule?: string | null;
  readonly shipped?: number | null;
  readonly received?: number | null;
}

/** What a saved page says, written down by the person who made it. Texts as they stand on the page, quantities as numbers. */
export interface PageTruth {
  readonly kind: string;
  readonly orderNumber?: string | null;
  readonly supplierName?: string | null;
  readonly supplierDea?: string | null;
  readonly purchaserDea?: string | null;
  readonly shipDate?: string;
  readonly state?: string;
  readonly invoiceNumber?: string | null;
  /** How many lines the page shows of how many it states; null where nothing says that lines are missing. */
  readonly missing?: { readonly shown: number; readonly stated: number } | null;
  readonly lines: readonly Readonly<Record<string, string | number | null>>[];
  readonly orders: readonly { readonly orderNumber: string; readonly state: string; readonly date: string }[];
  /** One for each of `lines`, in their order. */
  readonly normal?: readonly NormalLine[];
}

export interface SavedPage {
  readonly name: string;
  readonly html: string;
  /** The layout in a few words; pages of one structure share it. */
  readonly structure: string;
  readonly steps: readonly string[];
  readonly truth: PageTruth;
  /** Fields that are known to be read wrong, as `differences` names them. One that is read right after all fails too. */
  readonly expectedFailures: readonly string[];
}

const here = fileURLToPath(new URL('./', import.meta.url));

/** The saved pages of a folder that have a truth. */
export function savedPages(folder = here): readonly SavedPage[] {
  return pageNames(folder).flatMap((name) => {
    if (!existsSync(join(folder, `${name}.json`))) return [];
    const about = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Partial<SavedPage>;
    if (!about.truth) return [];
    const { structure = '', steps = [], truth, expectedFailures = [] } = about;
    const html = readFileSync(join(folder, `${name}.html`), 'utf8');
    return [{ name, html, structure, steps, truth, expectedFailures }];
  });
}

export function pageNames(folder = here): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/\.html$/, ''))
    .sort();
}
