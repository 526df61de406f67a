import type { StoredRequest } from '@/lib/archive';
import { legalDay, limits, parseDeaNumber } from '@/lib/base';
import type { SigningRequest, WarnedOf } from '@/lib/order';
import type { OrderAssessment } from '@/lib/som';
import { say } from '@/lib/words';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { zoneAt } from '../registrants';
import { isSameBuyer } from '../same-buyer';
import type { LoweredView } from './views';

const DAY_MS = 86_400_000;

/**
 * Substances of which an order asks for less than another request did that was shown as unusual within
 * `limits.loweredDays`, at the same supplier for the same location, and wasn't signed. Of several the largest is told.
 */
export async function loweredIn(
  ports: DeskPorts,
  request: SigningRequest,
  { substances }: OrderAssessment,
): Promise<readonly LoweredView[]> {
  const now = ports.clock.now();
  const earlier = (await ports.archive.warnedRequests(now - limits.loweredDays * DAY_MS)).filter(
    ({ request: other, state }) =>
      other.id !== request.id &&
      state.phase !== 'signed' &&
      isSameSupplier(other, request) &&
      isSameBuyer(other.draft, request.draft),
  );
  if (earlier.length === 0) return [];
  const zone = zoneAt(await situation(ports), request.draft.purchaser.deaNumber);
  return substances.flatMap(({ substanceCode, ordered }): LoweredView[] => {
    const toUnits = ordered?.units ?? null;
    const before = largest(earlier, substanceCode);
    if (before === null || toUnits === null || before.units <= toUnits) return [];
    const { name, units: fromUnits, level, at: warnedAt } = before;
    const [day, today] = [legalDay(warnedAt, zone), legalDay(now, zone)];
    const of = { name, from: fromUnits, to: toUnits };
    return [
      {
        ...{ code: before.code, name, fromUnits, toUnits, warnedAt, level },
        sentence:
          day === today ? say('sign-som.lowered.today', of) : say('sign-som.lowered', { ...of, date: day }),
      },
    ];
  });
}

type Warned = WarnedOf & { readonly units: number; readonly at: number };

function largest(earlier: readonly StoredRequest[], code: string | null): Warned | null {
  const all = earlier.flatMap(({ warned }) =>
    (warned?.substances ?? []).flatMap((one): Warned[] =>
      one.code === code && one.units !== null ? [{ ...one, units: one.units, at: warned?.at ?? 0 }] : [],
    ),
  );
  return all.reduce<Warned | null>((most, one) => (most && most.units > one.units ? most : one), null);
}

/** By the profile, or else by the DEA number on the page. */
function isSameSupplier(a: SigningRequest, b: SigningRequest): boolean {
  if (a.supplierId !== null || b.supplierId !== null) return a.supplierId === b.supplierId;
  const [one, other] = [a, b].map(({ draft }) => parseDeaNumber(draft.supplier.deaNumber ?? ''));
  return one !== null && one === other;
}
