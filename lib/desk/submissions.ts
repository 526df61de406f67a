import { formatNdc, type Ndc11 } from '@/lib/base';
import { say } from '@/lib/words';
import type { DeskPorts } from './ports';
import { holdCauses } from './views';

/** An order that left on a supplier's page although its press was held. Texts come finished. */
export interface SubmissionView {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly whoName: string | null;
  readonly supplierName: string;
  /** Where it is tracked here. */
  readonly orderId: string | null;
  /** Why it was held. */
  readonly causes: readonly string[];
  readonly reason: string;
  readonly lines: readonly string[];
}

export interface SubmissionCases {
  /** Newest first; of many, the last ones. */
  submissions(): Promise<readonly SubmissionView[]>;
}

export function submissionCases({ archive }: Pick<DeskPorts, 'archive'>): SubmissionCases {
  return {
    async submissions() {
      const { submissions, suppliers, people } = await archive.directory();
      return submissions.map(({ at, who, origin, supplierId, orderId, causes, reason, lines }) => ({
        at,
        whoName: people.find(({ id }) => id === who)?.name ?? null,
        supplierName: suppliers.find(({ id }) => id === supplierId)?.supplier.name ?? new URL(origin).host,
        orderId,
        causes: holdCauses
          .filter((cause) => causes.includes(cause))
          .map((cause) => say(`submission.${cause}`)),
        reason,
        lines: lines.map(({ ndc, product, packages, packageSize }) =>
          say('submission.line', {
            product: product || (ndc === null ? '?' : formatNdc(ndc as Ndc11)),
            packages: packages ?? '?',
            size: packageSize ?? '?',
          }),
        ),
      }));
    },
  };
}
