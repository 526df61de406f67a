import { CountersignError, limits, type Fault } from '@/lib/base';
import { hostCodes, type HostCode } from '@/lib/host';

const known: ReadonlySet<string> = new Set(hostCodes);

/**
 * What the other side is told of an error. Of what isn't ours only its class: a message may quote what it stumbled over,
 * and that may be a PIN.
 */
export function faultFor(error: unknown): { code: HostCode; params: Record<string, string | number> } {
  if (error instanceof CountersignError && isHostFault(error.fault))
    return { code: error.fault.code, params: clipped(error.fault.params) };
  return {
    code: 'internal/unexpected',
    params: { detail: error instanceof Error ? error.name : typeof error },
  };
}

function isHostFault(fault: Fault): fault is Fault & { code: HostCode } {
  return known.has(fault.code);
}

function clipped(params: Fault['params']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, limits.hostTextMaxLength) : value,
    ]),
  );
}
