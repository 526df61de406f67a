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
    editable,
  };
}

export function evidence(value: Found | undefined): Evidence | null {
  return value ? { text: value.text, label: value.label, confidence: value.confidence } : null;
}
