import { canonicalJson, sha256Hex, utf8, type Json } from '@/lib/base';
import type { Evidence, SeenPage } from './evidence';

const text = (value: Evidence | null) => value?.text ?? null;

/**
 * SHA-256 (hex) of what a page says of its order: kind, numbers, parties and every line's texts. Where on the page it
 * stood and how surely it was read don't count, so that a page which is only drawn anew keeps its hash
 * (attacks.md 73, 93).
 */
export function pageHash(page: SeenPage): string {
  const said: Json = {
    kind: page.kind,
    orderNumber: text(page.orderNumber),
    supplierDea: text(page.supplierDea),
    purchaserDea: text(page.purchaserDea),
    lines: page.lines.map((line) => ({
      ndc: text(line.ndc),
      itemNumber: text(line.itemNumber),
      description: text(line.description),
      strength: text(line.strength),
      form: text(line.form),
      packageSize: text(line.packageSize),
      packages: text(line.packages),
      schedule: text(line.schedule),
    })),
  };
  return sha256Hex(utf8(canonicalJson(said)));
}
