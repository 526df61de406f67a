import { limits } from '@/lib/base/light';
import type { Doubt, Evidence } from '../evidence';
import { isDeceptive } from './fold';
import type { Field } from './label';

/** A value with its origin while a page is being read. */
export interface Found extends Evidence {
  readonly editable: boolean;
  /** What shows it; null where it is no single element. */
  readonly element: Element | null;
}

export type Values = Map<Field, Found>;

/** Where a value comes from, as far as its reader knows. */
export interface Source {
  readonly element?: Element | null;
  readonly where?: string;
  readonly editable?: boolean;
  readonly doubt?: Doubt | null;
}

/** The most that a value with a reason for doubt may be worth. */
const DOUBTED: Readonly<Record<Doubt, number>> = {
  characters: 0.3,
  drawn: 0.3,
  shape: 0.5,
  several: 0.6,
  guess: 0.7,
};

/** Text that deceives the eye is shown as it is, but never taken for sure (attacks.md 90). */
export function found(text: string, label: string | null, confidence: number, source: Source = {}): Found {
  const doubt = isDeceptive(text) ? 'characters' : (source.doubt ?? null);
  return {
    text: text.slice(0, limits.fieldMaxLength),
    label: label ? label.slice(0, 60) : null,
    confidence: doubt ? Math.min(confidence, DOUBTED[doubt]) : confidence,
    where: (source.where ?? (label ? `beside “${label.slice(0, 60)}”` : 'page text')).slice(
      0,
      limits.fieldMaxLength,
    ),
    ...(doubt && { doubt }),
    editable: source.editable ?? false,
    element: source.element ?? null,
  };
}

/** The same value with less certainty, because of what the rest of the page says. */
export function doubted(value: Found, doubt: Doubt): Found {
  return value.doubt ? value : { ...value, doubt, confidence: Math.min(value.confidence, DOUBTED[doubt]) };
}

/** The supplier's own words on an order that wasn't accepted (21 CFR 1305.25): kept whole, and a cut is to be seen. */
export function foundStatement(text: string, label: string | null, confidence: number): Found {
  const max = limits.statementMaxLength;
  return {
    ...found(text, label, confidence),
    text: text.length > max ? `${text.slice(0, max - 1)}…` : text,
  };
}

export function evidence(value: Found | undefined): Evidence | null {
  return value
    ? {
        text: value.text,
        label: value.label,
        confidence: value.confidence,
        where: value.where,
        ...(value.doubt && { doubt: value.doubt }),
      }
    : null;
}
