import { formatNdc } from '@/lib/base';
import {
  draftOf,
  effectiveEvents,
  type Order,
  type OrderEvent,
  type OrderState,
  type Statement,
} from '@/lib/order';
import type { PrintedReceipt, PrintedSignature, PrintModel } from './print-model';

export interface PrintFacts {
  /** The order parsed back from the bytes that were signed; null where the portal holds them. */
  readonly order: Order | null;
  readonly events: readonly OrderEvent[];
  /** People by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Subject of the certificate that signed, where it is known here. */
  readonly certificateSubject: string | null;
  readonly printedAt: number;
  readonly printedBy: string | null;
  /** The registrant's, IANA name. */
  readonly zone: string;
}

function receiptsByLine({ events, names }: PrintFacts): Map<number, PrintedReceipt[]> {
  const nameOf = (id: string) => names.get(id) ?? id;
  const effective = effectiveEvents(events);
  const receipts = new Map<number, PrintedReceipt[]>();
  for (const { id, type, payload } of effective.events) {
    if (type !== 'order.received') continue;
    const { date, countedBy, verifiedBy, note, lines } = payload;
    for (const { lineNumber, ...line } of lines) {
      const receipt = {
        ...line,
        date,
        countedBy: nameOf(countedBy),
        verifiedBy: verifiedBy ? nameOf(verifiedBy) : null,
        deliveryNote: note,
        corrected: effective.corrections.has(id),
      };
      receipts.set(lineNumber, [...(receipts.get(lineNumber) ?? []), receipt]);
    }
  }
  return receipts;
}

function signatureOf({ events, names, certificateSubject }: PrintFacts): PrintedSignature | null {
  const signed = events.find((event) => event.type === 'order.signed');
  return signed
    ? {
        signer: names.get(signed.who) ?? signed.who,
        certificateSubject,
        certificateSha256: signed.payload.certificateSha256,
        documentSha256: signed.payload.documentSha256,
        signedAt: signed.time,
      }
    : null;
}

function reasonsOf(events: readonly OrderEvent[]): PrintModel['reasons'] {
  const signed = events.find((event) => event.type === 'order.signed');
  const { reason = null, lowered = [] } = signed?.payload.circumstances.som ?? {};
  return reason === null && lowered.length === 0 ? null : { reason, lowered };
}

function statementsOf(events: readonly OrderEvent[]): Statement[] {
  return effectiveEvents(events).events.flatMap((event) =>
    event.type === 'order.lost' || (event.type === 'order.cancelled' && event.payload.unsent !== true)
      ? [event.payload.statement]
      : [],
  );
}

/**
 * What a printed copy of an order says: the nine fields of 1305.21(b) as they were signed, and the linked records of each
 * line as they count now. A correction stands in the place of what it corrects, and is marked; both stay in the archive.
 */
export function printableOrder(state: OrderState, facts: PrintFacts): PrintModel {
  const receipts = receiptsByLine(facts);
  const signed = facts.order && draftOf(facts.order);
  const { supplier, purchaser } = signed ?? state.draft;
  return {
    number: facts.order?.number ?? state.number,
    kind: state.kind,
    phase: state.phase,
    orderedOn: facts.order?.date ?? state.orderedOn,
    supplier,
    purchaser,
    lines: state.lines.map(({ line, shipped, received, voided }) => {
      const said = signed?.lines.find(({ lineNumber }) => lineNumber === line.lineNumber) ?? line;
      const { lineNumber, name, ndc11, strength, form, itemNumber, packageSize, packages, schedule } = said;
      return {
        ...{ lineNumber, name, strength, form, itemNumber, packageSize, packages, schedule },
        ndc: ndc11 === null ? null : formatNdc(ndc11),
        ...{ shipped, received, voided },
        receipts: receipts.get(lineNumber) ?? [],
      };
    }),
    signature: signatureOf(facts),
    reasons: reasonsOf(facts.events),
    supplierStatement: state.statement,
    statements: statementsOf(facts.events),
    replaces: state.replaces?.number ?? null,
    replacedBy: state.replacedBy?.number ?? null,
    flags: state.flags,
    printedAt: facts.printedAt,
    printedBy: facts.printedBy,
    zone: facts.zone,
  };
}
