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

/** Amounts that differ by rounding alone are the same. */
const SAME = 1.001;

/**
 * Substances of which an order asks for less than another request did that was shown as unusual within
 * `limits.loweredDays`, at the same supplier for the same location, and was given up. Of several the largest is told; none
 * that was signed for after all, and none of a substance of which not everything that is ordered is known.
 */
export async function loweredIn(
  ports: DeskPorts,
  request: SigningRequest,
  { substances }: OrderAssessment,
): Promise<readonly LoweredView[]> {
  const now = ports.clock.now();
  const here = await situation(ports);
  const warned = (await ports.archive.warnedRequests(now - limits.loweredDays * DAY_MS)).filter(
    ({ request: other }) =>
      other.id !== request.id &&
      isSameSupplier(other, request) &&
      isSameBuyer(here.directory, other.draft, request.draft),
  );
  const givenUp = warned.filter((other) => other.state.phase !== 'signed' && !isMeantToo(other, request));
  if (givenUp.length === 0) return [];
  const signed = amountsOf(warned.filter(({ state }) => state.phase === 'signed'));
  const open = amountsOf(givenUp).filter(
    (one) =>
      !signed.some(({ code, baseMg, at }) => code === one.code && at > one.at && baseMg >= one.baseMg / SAME),
  );
  const zone = zoneAt(here, request.draft.purchaser.deaNumber);
  return substances.flatMap(({ substanceCode, ordered, uncheckedLines, gaps }): LoweredView[] => {
    const before = largest(open.filter(({ code }) => code === substanceCode));
    if (before === null || ordered === null || uncheckedLines.length > 0 || gaps.length > 0) return [];
    const { units: toUnits } = ordered;
    const { code, name, units: fromUnits, level, at: warnedAt } = before;
    // Both quantities go on record in units; of strengths in different units there is no such quantity.
    if (toUnits === null || fromUnits === null || before.baseMg <= ordered.baseMg * SAME) return [];
    const [day, today] = [legalDay(warnedAt, zone), legalDay(now, zone)];
    // More tablets of a smaller strength are less of the drug: then milligrams say so.
    const unit = fromUnits > toUnits ? '' : '-mg';
    const of = unit
      ? { name, from: rounded(before.baseMg), to: rounded(ordered.baseMg) }
      : { name, from: fromUnits, to: toUnits };
    return [
      {
        ...{ code, name, fromUnits, toUnits, warnedAt, level },
        sentence:
          day === today
            ? say(`sign-som.lowered${unit}.today`, of)
            : say(`sign-som.lowered${unit}`, { ...of, date: day }),
      },
    ];
  });
}

type Warned = WarnedOf & { readonly at: number };

function amountsOf(requests: readonly StoredRequest[]): Warned[] {
  return requests.flatMap(({ warned }) =>
    warned ? warned.substances.map((one) => ({ ...one, at: warned.at })) : [],
  );
}

function largest(all: readonly Warned[]): Warned | null {
  return all.reduce<Warned | null>((most, one) => (most && most.baseMg > one.baseMg ? most : one), null);
}

const rounded = (mg: number) => Math.round(mg * 10) / 10;

/** It waits in the inbox or on another page: both orders are meant. One of this page's tab gave way to this one. */
function isMeantToo({ request, state }: StoredRequest, { page }: SigningRequest): boolean {
  return state.phase === 'open' && (request.mode === 'inbox' || request.page?.tabId !== page?.tabId);
}

/** By the profile, or else by the DEA number on the page. */
function isSameSupplier(a: SigningRequest, b: SigningRequest): boolean {
  if (a.supplierId !== null || b.supplierId !== null) return a.supplierId === b.supplierId;
  const [one, other] = [a, b].map(({ draft }) => parseDeaNumber(draft.supplier.deaNumber ?? ''));
  return one !== null && one === other;
}
