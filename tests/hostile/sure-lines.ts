import { SURE, type Evidence, type SeenPage } from '@/lib/portal';

/** `ndc × packages` of the lines that are read without a doubt: what would be signed with no further question. */
export function sureLines(page: SeenPage): readonly string[] {
  const isSure = (value: Evidence | null) => value !== null && value.confidence >= SURE;
  return page.lines
    .filter(({ ndc, packages, description }) => [ndc, packages, description].every(isSure))
    .map(({ ndc, packages }) => `${ndc?.text ?? ''} × ${packages?.text ?? ''}`);
}

/** Of a row as people see it. */
export function told({ ndc, quantity }: { readonly ndc: string; readonly quantity: string }): string {
  return `${ndc} × ${quantity}`;
}
