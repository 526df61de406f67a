import { formatNdc, formatOrderNumber, type Ndc11, type OrderNumber } from '@/lib/base';
import { VisibleText } from './visible-text';

/** An order number, grouped for reading; what is copied is the grouped form, which every field here reads. */
export function OrderNumberCode({ number }: { readonly number: string }) {
  const grouped = /^\d{2}X[A-Z0-9]{6}$/.test(number) ? formatOrderNumber(number as OrderNumber) : number;
  return <Code>{grouped}</Code>;
}

export function NdcCode({ ndc }: { readonly ndc: Ndc11 }) {
  return <Code>{formatNdc(ndc)}</Code>;
}

/** A DEA number, fingerprint or other code. */
export function Code({ children }: { readonly children: string }) {
  return (
    <span className="code">
      <VisibleText>{children}</VisibleText>
    </span>
  );
}
