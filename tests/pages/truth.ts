import { readdirSync, readFileSync } from 'node:fs';

/** What a saved page says, written down by the person who made it. Texts as they stand on the page, quantities as numbers. */
export interface PageTruth {
  readonly kind: string;
  readonly orderNumber?: string | null;
  readonly supplierName?: string | null;
  readonly supplierDea?: string | null;
  readonly purchaserDea?: string | null;
  readonly shipDate?: string;
  readonly state?: string;
  readonly lines: readonly Readonly<Record<string, string | number | null>>[];
  readonly orders: readonly { readonly orderNumber: string; readonly state: string; readonly date: string }[];
}

export interface SavedPage {
  readonly name: string;
  readonly html: string;
  readonly steps: readonly string[];
  readonly truth: PageTruth;
}

/** The saved pages of this folder with their truth. */
export function savedPages(): readonly SavedPage[] {
  const folder = new URL('./', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const name = file.replace(/\.html$/, '');
      const about = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as {
        steps?: string[];
        truth: PageTruth;
      };
      return {
        name,
        html: readFileSync(new URL(file, folder), 'utf8'),
        steps: about.steps ?? [],
        truth: about.truth,
      };
    });
}
