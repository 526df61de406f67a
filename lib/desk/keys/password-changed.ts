import type { Command } from '@/lib/archive';

/** The record of a change of a key's password: who made it, and nothing of either password. */
export function passwordChanged(change: {
  readonly certificate: string;
  readonly commandId: string;
  readonly who: string;
}): Command {
  const { certificate, commandId, who } = change;
  return {
    ...{ commandId, who, orderId: null },
    events: [{ type: 'key.password-changed', payload: { sha256: certificate } }],
  };
}
