import {
  CountersignError,
  faultOf,
  fromBase64,
  toBase64,
  type ErrorCode,
  type Fault,
  type OrderNumber,
} from '@/lib/base';
import type { Command, Envelope, NewEvent } from '@/lib/archive';
import type { PageBinding, SigningRequest, SomReasonGiven } from '@/lib/order';
import { signCms, verifyCms } from '@/lib/pki';
import { pageHash, type SeenPage } from '@/lib/portal';
import type { Signer } from '@/lib/signing';
import { somRuleVersion } from '@/lib/som';
import { requireCertificate } from './certificates';
import { clockRecord } from './clock/clock-findings';
import { freshenClock } from './clock/compare-clock';
import type { CrlStore } from './lists/crl-store';
import { keepRelied } from './lists/keep-relied';
import type { DeskPorts } from './ports';
import { prepareDocument } from './prepare';
import { textOf } from './product-of';
import { learnProducts } from './products/learn-products';
import { requireOpen, voidRequest } from './requests';
import { certificateOf, chainOf } from './stored-certificates';
import type { PreparedDocument, SignEdits } from './views';
import { requireReasons, somRecord } from './warned/reasons';
import { isSameWarning, warningOf } from './warned/warning-of';

/** What the background alone can do at the moment of the act. */
export interface ApprovalPorts extends DeskPorts {
  /** Throws `vault/locked`. */
  signer(certificate: string): Signer;
  /** What the very document that asked shows now. Throws `signing/page-gone`, `signing/origin-not-granted`. */
  readPage(page: PageBinding): Promise<SeenPage>;
}

export interface Approval {
  readonly requestId: string;
  /** Base64 of the bytes that were shown. */
  readonly document: string;
  readonly edits: SignEdits;
  /** Why the order is right, where it is far from the usual. */
  readonly reason: SomReasonGiven | null;
  /** Why it is less than was shown as unusual shortly before, where it is. */
  readonly lowered?: string | null;
}

/** What says that the page is not the one that asked any more; a page that is merely slow to answer voids nothing. */
const VOIDING: ReadonlySet<ErrorCode> = new Set([
  'signing/page-changed',
  'signing/page-gone',
  'signing/origin-not-granted',
]);

/**
 * Signs what was shown and commits it, in this order: the request still waits; its page still shows the same; the document,
 * built anew, is byte for byte what was approved; nothing blocks; then the signature, looked at once more before it counts.
 * Committed in one transaction under one command id, so that no death of the worker signs twice.
 */
export async function approveRequest(
  ports: ApprovalPorts,
  crls: CrlStore,
  { requestId, document, edits, reason, lowered = null }: Approval,
): Promise<{ readonly orderNumber: OrderNumber; readonly cms: string; readonly request: SigningRequest }> {
  const { request } = await requireOpen(ports, requestId);
  // Before the page is read: that is to be the last thing before the act.
  await freshenClock(ports);
  await requireSamePage(ports, request);
  const prepared = await prepareDocument(ports, crls, request, edits);
  requireNothingBlocks(prepared);
  requireReasons(prepared, { reason, lowered });
  if (prepared.document !== document || !prepared.order)
    throw new CountersignError('signing/document-differs');

  const directory = await ports.archive.directory();
  const known = requireCertificate(directory, edits.certificate);
  // Deleted in another window while it was open here: it signs nothing more.
  if (known.keyRemoved === true) throw new CountersignError('vault/key-missing');
  if (prepared.status.state === 'checked') await keepRelied(ports.archive, prepared.status.lists);
  const signer = ports.signer(edits.certificate);
  const certificate = certificateOf(known);
  const signed = await signCms({
    content: fromBase64(document),
    certificate,
    chain: chainOf(known),
    signingTime: ports.clock.now(),
    sign: (bytes) => signer.sign(bytes),
  });
  const verdict = await verifyCms(signed);
  if (!verdict.valid || verdict.signer?.sha256 !== known.sha256)
    throw new CountersignError('cms/signature-invalid');

  // Before the signature is on record: what fails here leaves nothing half done. An unread directory is among the warnings.
  await learnProducts(ports, request.draft.lines.map(textOf), `sign-${requestId}`, 'recorded');
  const replacement = replacementEvents(request, prepared.order.number);
  // No `expectedVersion`: that the order was shown as unusual once more is no reason not to sign it, and a request that was
  // closed meanwhile, or a number used, is refused by the archive itself.
  const written = await ports.archive.append({
    commandId: `sign-${requestId}`,
    who: known.personId,
    orderId: requestId,
    events: [
      ...(await lastShown(ports, requestId, prepared)),
      {
        type: 'order.signed',
        payload: {
          requestId,
          order: prepared.order,
          supplierId: request.supplierId,
          document,
          documentSha256: prepared.sha256 ?? '',
          cms: toBase64(signed),
          certificateSha256: known.sha256,
          circumstances: {
            warnings: warningsOf(prepared),
            som: somRecord(prepared, { reason, lowered }),
            keyProtection: signer.protection,
            ...(prepared.status.state === 'checked' ? { revocationLists: prepared.status.lists } : {}),
            clock: clockRecord(prepared.clock),
            ruleVersion: somRuleVersion,
          },
        },
      },
      ...replacement.events,
    ],
    ...replacement.also,
  });
  // Asked twice at once, the archive answers both with the one signature that it keeps.
  const stored = written.find((event): event is Envelope<'order.signed'> => event.type === 'order.signed');
  if (!stored) throw new CountersignError('signing/request-closed', { state: 'signed' });
  return { orderNumber: stored.payload.order.number, cms: stored.payload.cms, request };
}

/** How unusual it was shown to be at last, where the record of that lags behind: what was signed is what was warned of. */
async function lastShown(
  { archive }: DeskPorts,
  requestId: string,
  { assessment }: PreparedDocument,
): Promise<readonly NewEvent[]> {
  const warning = warningOf(assessment);
  if (!warning || isSameWarning(warning, (await archive.request(requestId))?.warned)) return [];
  return [{ type: 'request.warned', payload: warning }];
}

/** 1305.26(b): a replacement and the lost order name each other, from the moment of the signature on. */
function replacementEvents(
  { id, replaces }: SigningRequest,
  number: OrderNumber,
): { readonly events: readonly NewEvent[]; readonly also?: Pick<Command, 'also'> } {
  if (!replaces) return { events: [] };
  const by = { orderId: id, number };
  return {
    events: [{ type: 'order.replaces', payload: { first: replaces } }],
    also: {
      also: { orderId: replaces.orderId, events: [{ type: 'order.replaced', payload: { by } }] },
    },
  };
}

function warningsOf({ findings }: PreparedDocument): Fault[] {
  return findings
    .filter(({ severity }) => severity === 'warns')
    .map(({ code, params }) => ({ code, params }));
}

function requireNothingBlocks({ findings }: PreparedDocument): void {
  const block = findings.find(({ severity }) => severity === 'blocks');
  if (block) throw new CountersignError(block.code, block.params);
}

/** A page that changed or went voids the request that was bound to it; one from the inbox lives on without its page. */
async function requireSamePage(ports: ApprovalPorts, request: SigningRequest): Promise<void> {
  if (request.mode === 'inbox' || !request.page) return;
  try {
    const seen = await ports.readPage(request.page);
    // A site that handed its order over by the page API says nothing by what its page shows.
    if (request.pageHash === null) return;
    // Lines that the page states only now: nobody was asked whether those that were read are all.
    const stated = request.draft.missing?.stated;
    if (pageHash(seen) !== request.pageHash || (seen.missing !== null && seen.missing.stated !== stated))
      throw new CountersignError('signing/page-changed');
  } catch (error) {
    const fault = faultOf(error);
    if (VOIDING.has(fault.code)) await voidRequest(ports, request.id, fault);
    throw error;
  }
}
