import type { ErrorCode } from './error-codes';

/** Values that fill a sentence's `{placeholders}`. Numbers are formatted by locale when the sentence is said. */
export type Params = Readonly<Record<string, string | number>>;

/** An error as it crosses between contexts, is stored, or is listed beside others. */
export interface Fault {
  readonly code: ErrorCode;
  readonly params: Params;
}

/**
 * How much a fault weighs at the act it concerns: `blocks` refuses it and can't be bypassed
 * (21 CFR 1311.55(c)); `warns` is shown and recorded with the act.
 */
export type Severity = 'blocks' | 'warns';

export interface Finding extends Fault {
  readonly severity: Severity;
  /** Dotted place in the order the finding speaks of, such as `lines.2.packages`. */
  readonly field: string | null;
  /** The rule behind it, such as `21 CFR 1305.21(b)(9)`; null where it is not law. */
  readonly rule: string | null;
}

/** The only error class that rooms throw on purpose; its sentence comes from `lib/words` by code. */
export class CountersignError extends Error {
  override readonly name = 'CountersignError';
  constructor(
    readonly code: ErrorCode,
    readonly params: Params = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  get fault(): Fault {
    return { code: this.code, params: this.params };
  }
}

/** What a caught value says of itself; anything that isn't ours becomes `internal/unexpected` and keeps its message. */
export function faultOf(error: unknown): Fault {
  if (error instanceof CountersignError) return error.fault;
  return {
    code: 'internal/unexpected',
    params: { detail: error instanceof Error ? error.message : String(error) },
  };
}

export function finding(
  severity: Severity,
  code: ErrorCode,
  more: { params?: Params; field?: string; rule?: string } = {},
): Finding {
  return { severity, code, params: more.params ?? {}, field: more.field ?? null, rule: more.rule ?? null };
}
