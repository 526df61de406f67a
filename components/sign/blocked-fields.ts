import type { Finding } from '@/lib/base';

/** Places in the order whose own value blocks it. A certificate that doesn't cover a line says nothing against its value. */
export function blockedFields(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ code, severity, field }) =>
      severity === 'blocks' && code.startsWith('order/') && field !== null ? [field] : [],
    ),
  );
}
