import { orderEventsOf, type Envelope } from '@/lib/archive';
import { fromBase64, type PlainDate } from '@/lib/base';
import {
  describeHistory,
  effectiveEvents,
  isOfSom,
  type OrderEvent,
  type OrderState,
  type ReceivedLine,
  type SigningCircumstances,
  type Statement,
  type StoredFile,
} from '@/lib/order';
import { verifyCms, type CmsVerdict } from '@/lib/pki';
import { say } from '@/lib/words';
import type { Names } from './names';

/** One delivery that counts, people by name. */
export interface PackReceipt {
  readonly date: PlainDate;
  readonly countedBy: string;
  readonly verifiedBy: string | null;
  readonly note: string | null;
  readonly lines: readonly ReceivedLine[];
  /** Milliseconds. */
  readonly recordedAt: number;
  readonly recordedBy: string;
}

export interface PackMoment {
  readonly at: number;
  readonly who: string;
  readonly text: readonly string[];
  /** What a correction put out of force. */
  readonly was: readonly string[];
  readonly counts: boolean;
}

export interface PackSignature {
  readonly cms: Uint8Array<ArrayBuffer>;
  readonly verdict: CmsVerdict;
  /** Milliseconds: when its certificate has to have been good. */
  readonly signedAt: number;
  readonly circumstances: SigningCircumstances;
  readonly certificateSha256: string;
}

/** A file that somebody attached; `counts` is false where the record it came with was corrected or withdrawn. */
export interface PackFile extends StoredFile {
  readonly counts: boolean;
}

/** One order with all that is linked to it. */
export interface PackOrder {
  readonly state: OrderState;
  readonly events: readonly Envelope[];
  readonly supplierName: string;
  readonly signature: PackSignature | null;
  /** Tracked orders: the host that showed it, and so holds the original; null where nobody knows. */
  readonly heldBy: string | null;
  readonly receipts: readonly PackReceipt[];
  readonly statements: readonly Statement[];
  /** Those of records that were corrected since among them. */
  readonly files: readonly PackFile[];
  readonly history: readonly PackMoment[];
}

const isOf = <T extends OrderEvent['type']>(
  event: OrderEvent,
  type: T,
): event is Extract<OrderEvent, { type: T }> => event.type === type;

function receiptsOf(events: readonly OrderEvent[], names: Names): PackReceipt[] {
  return events.flatMap((event) => {
    if (!isOf(event, 'order.received')) return [];
    const { date, countedBy, verifiedBy, note, lines } = event.payload;
    return [
      {
        ...{ date, note, lines, recordedAt: event.time, recordedBy: names.of(event.who) },
        countedBy: names.of(countedBy),
        verifiedBy: verifiedBy ? names.of(verifiedBy) : null,
      },
    ];
  });
}

function historyOf(events: readonly OrderEvent[], names: Names, withSom: boolean): PackMoment[] {
  return describeHistory(events).flatMap(({ event, described, details, counts, correction }) => {
    const told = [described, ...details, ...(correction?.now ?? [])].filter(
      (one) => withSom || !isOfSom(one),
    );
    if (told.length === 0) return [];
    return [
      {
        at: event.time,
        who: names.of(event.who),
        text: told.map((one) => names.say(one)),
        was: (correction?.was ?? []).map((one) => names.say(one)),
        counts,
      },
    ];
  });
}

/** Also of what was corrected since: what was once linked to an order stays with it. */
function filesOf(all: readonly OrderEvent[], counting: readonly OrderEvent[]): PackFile[] {
  const of = (events: readonly OrderEvent[]) =>
    events.flatMap((event) =>
      isOf(event, 'order.statement-linked') && event.payload.file ? [event.payload.file] : [],
    );
  const counted = of(counting);
  const hashes = new Set(counted.map(({ sha256 }) => sha256));
  const former = of(all).filter(({ sha256 }) => !hashes.has(sha256));
  return [
    ...counted.map((file) => ({ ...file, counts: true })),
    ...former.map((file) => ({ ...file, counts: false })),
  ];
}

async function signatureOf(events: readonly OrderEvent[]): Promise<PackSignature | null> {
  const signed = events.find((event) => isOf(event, 'order.signed'));
  if (!signed) return null;
  const cms = fromBase64(signed.payload.cms);
  const verdict = await verifyCms(cms);
  const { circumstances, certificateSha256 } = signed.payload;
  return { cms, verdict, signedAt: verdict.signingTime ?? signed.time, circumstances, certificateSha256 };
}

/** What the archive knows of one order. */
export async function packOrder(
  state: OrderState,
  envelopes: readonly Envelope[],
  {
    names,
    supplierName,
    withSom,
  }: { readonly names: Names; readonly supplierName: string | null; readonly withSom: boolean },
): Promise<PackOrder> {
  const all = orderEventsOf(envelopes);
  const { events } = effectiveEvents(all);
  const tracked = events.find((event) => isOf(event, 'order.tracked'));
  return {
    state,
    events: envelopes,
    supplierName: supplierName ?? state.draft.supplier.name ?? say('pack.unknown'),
    signature: await signatureOf(events),
    heldBy: tracked?.payload.seen.origin ?? null,
    receipts: receiptsOf(events, names),
    statements: events.flatMap((event) =>
      isOf(event, 'order.lost') || isOf(event, 'order.cancelled') ? [event.payload.statement] : [],
    ),
    files: filesOf(all, events),
    history: historyOf(all, names, withSom),
  };
}
