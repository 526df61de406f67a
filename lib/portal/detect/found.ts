import { limits } from '@/lib/base/light';
import type { Evidence } from '../evidence';
import { isDeceptive } from './fold';
import type { Field } from './label';

/** A value with its origin while a page is being read. */
export interface Found extends Evidence {
  readonly editable: boolean;
}

export type Values = Map<Field, Found>;

/** Text that deceives the eye is shown as it is, but never taken for sure (attacks.md 90). */
export function found(text: string, label: string | null, confidence: number, editable = false): Found {
  return {
    text: text.slice(0, limits.fieldMaxLength),
    label: label ? label.slice(0, 60) : null,
    confidence: isDeceptive(text) ? Math.min(confidence, 0.3) : confidence,
    where: '',
    editable,
  };
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
    ? { text: value.text, label: value.label, confidence: value.confidence, where: value.where }
    : null;
}
