import { CountersignError, limits, sha256Hex, utf8 } from '@/lib/base';
import { situation } from './context';
import type { LookedAt } from './look';
import type { DeskPorts } from './ports';

/**
 * Puts on record that a person submits an order on a supplier's page although Countersign had held the press, and why; once,
 * however often it is said. Nothing where nothing speaks against the order any more. Throws `record/reason-missing` {min}.
 */
export async function submitAnyway(
  ports: DeskPorts,
  { held, draft, supplier, about }: Pick<LookedAt, 'held' | 'draft' | 'supplier' | 'about'>,
  { reason, origin }: { readonly reason: string; readonly origin: string },
): Promise<void> {
  const said = reason.trim();
  if (said.length < limits.reasonMinLength || said.length > limits.reasonMaxLength)
    throw new CountersignError('record/reason-missing', { min: limits.reasonMinLength });
  if (!held) return;
  const { person } = await situation(ports);
  await ports.archive.append({
    commandId: `submit-anyway-${sha256Hex(utf8(held.keys.join())).slice(0, 32)}`,
    who: person?.id ?? 'system',
    orderId: null,
    events: [
      {
        type: 'page.submitted-anyway',
        payload: {
          origin,
          supplierId: supplier?.id ?? null,
          orderId: about?.orderId ?? null,
          level: held.level,
          causes: held.causes,
          reason: said,
          lines: draft.lines.map(({ ndc11, name, packageSize, packages }) => ({
            ndc: ndc11,
            product: name,
            packageSize,
            packages,
          })),
        },
      },
    ],
  });
}
