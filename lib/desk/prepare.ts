import {
  addDays,
  formatOrderNumber,
  isOfYear,
  legalDay,
  limits,
  type PlainDate,
  faultOf,
  finding,
  needsSignedOrder,
  parseOrderNumber,
  sha256Hex,
  toBase64,
  type Finding,
} from '@/lib/base';
import type { Directory } from '@/lib/archive';
import { longerThanX12, readOrder, writeOrder, type DocumentForm } from '@/lib/documents';
import {
  checkOrder,
  completeOrder,
  judgeAct,
  type OrderDraft,
  type OrderPhase,
  type SigningRequest,
} from '@/lib/order';
import { somSentence, type OrderAssessment } from '@/lib/som';
import { say } from '@/lib/words';
import { assessDraft } from './assess';
import { certificateFindings, requireCertificate } from './certificates';
import { behindFindings } from './clock/behind-findings';
import { clockFindings } from './clock/clock-findings';
import { clockStanding } from './clock/compare-clock';
import { situation } from './context';
import { currentDraft } from './current-draft';
import { copyFindings } from './copy/copy-finding';
import type { CrlStore } from './lists/crl-store';
import { applyEdits } from './edits';
import { HONESTY_VERSION } from './honesty';
import type { DeskPorts } from './ports';
import { contradictionFindings, unreadFindings } from './product-of';
import { knownProducts } from './products/known-products';
import { sameLines } from './same-lines';
import { registrantOf } from './registrants';
import { isSameBuyer } from './same-buyer';
import type { PreparedDocument, SignEdits } from './views';
import { loweredIn } from './warned/lowered';

/**
 * Builds the bytes that would be signed and everything that speaks for or against signing them. Run by the sign window to
 * show it, and once more by the background before it signs: what blocks there can't be bypassed here (1311.55(c)).
 */
export async function prepareDocument(
  ports: DeskPorts,
  crls: CrlStore,
  request: SigningRequest,
  edits: SignEdits,
): Promise<PreparedDocument> {
  const here = await situation(ports);
  const { directory } = here;
  const registrant = registrantOf(directory, request.draft);
  const today = legalDay(ports.clock.now(), registrant.zone);
  const number = await numberFor(ports, request, today);
  const draft: OrderDraft = { ...applyEdits(currentDraft(directory, request), edits), number, date: today };
  const known = requireCertificate(directory, edits.certificate);
  const profile = directory.suppliers.find(({ id }) => id === request.supplierId);
  const separateCii = directory.settings.separateCii || profile?.separateCii === true;
  const ofOrder = checkOrder(draft, { today, registrantDea: registrant.deaNumber, separateCii });
  const built = ofOrder.some(({ severity }) => severity === 'blocks')
    ? { document: null, sha256: null, order: null, findings: [] }
    : written(draft, profile?.documentForm);
  const judged = await certificateFindings({ ports, directory, crls }, known, {
    registrant,
    lines: draft.lines,
    today,
  });
  const clock = await clockStanding(ports);
  const products = await knownProducts(ports, draft.lines);
  const findings: Finding[] = [
    ...ofOrder,
    ...contradictionFindings(draft.lines, products),
    ...unreadFindings(products),
    ...(await repeatFindings(ports, directory, { requestId: request.id, draft, today })),
    ...(await replacementFindings(ports, request, today)),
    ...built.findings,
    ...(await numberFindings(ports, request, draft.number)),
    ...judged.findings,
    ...clockFindings(clock),
    ...(await behindFindings(ports, here, clock)),
    ...copyFindings(await ports.archive.copyState(), ports.clock.now(), directory.settings.copyEveryHours),
  ];
  const accepted = directory.honesty.some(
    ({ personId, textVersion }) => personId === known.personId && textVersion === HONESTY_VERSION,
  );
  if (!accepted && draft.lines.some(({ schedule }) => needsSignedOrder(schedule)))
    findings.push(finding('blocks', 'signing/honesty-not-accepted', { rule: '21 CFR 1311.55(d)' }));
  const assessment = await assessDraft(ports, draft, today);
  return {
    ...built,
    findings,
    status: judged.status,
    clock,
    assessment,
    somSentences: sentences(assessment),
    reasonRequired: assessment.level === 'stop',
    lowered: await loweredIn(ports, { ...request, draft }, assessment),
  };
}

/** The request's number; one that was given out last year gives way to one of the year it is signed in. */
async function numberFor(
  { archive }: DeskPorts,
  { id, draft, openedBy }: SigningRequest,
  today: PlainDate,
): Promise<string | null> {
  const number = draft.number === null ? null : parseOrderNumber(draft.number);
  return number && !isOfYear(number, today) ? archive.allocateNumber(id, openedBy, today) : draft.number;
}

/** Of these nothing comes any more, so that the same lines are no second order of them. */
const ENDED: ReadonlySet<OrderPhase> = new Set(['not-accepted', 'void', 'cancelled', 'lost']);

/** 1305.26(b): what is signed in the place of a lost order needs that order to be lost still, and not replaced yet. */
async function replacementFindings(
  { archive }: DeskPorts,
  { replaces }: SigningRequest,
  today: PlainDate,
): Promise<Finding[]> {
  if (!replaces) return [];
  const lost = await archive.order(replaces.orderId);
  if (!lost) return [finding('blocks', 'order/unknown', { params: { number: replaces.number } })];
  return judgeAct(lost, { kind: 'replace' }, { today });
}

/**
 * The same lines within three days for the same location, at any supplier and in any portal: one delivery ordered twice, or an order that was
 * thought lost. By the index of days, however many orders there are.
 */
async function repeatFindings(
  { archive }: DeskPorts,
  directory: Directory,
  {
    requestId,
    draft,
    today,
  }: { readonly requestId: string; readonly draft: OrderDraft; readonly today: PlainDate },
): Promise<Finding[]> {
  const since = addDays(today, -limits.repeatedOrderDays);
  // Another zone's day may be one ahead.
  const same = (await archive.ordersBetween(since, addDays(today, 1))).findLast(
    (order) =>
      order.orderId !== requestId &&
      !ENDED.has(order.phase) &&
      isSameBuyer(directory, order.draft, draft) &&
      sameLines(order.draft.lines, draft.lines),
  );
  if (!same) return [];
  const number = same.number ? formatOrderNumber(same.number) : say('panel.no-number');
  return [
    finding('warns', 'order/duplicate-lines', {
      field: 'lines',
      rule: '21 CFR 1305.21(b)',
      params: { date: same.orderedOn, number },
    }),
  ];
}

async function numberFindings(
  { archive }: DeskPorts,
  { id, replacedNumber }: SigningRequest,
  number: string | null,
): Promise<Finding[]> {
  const about = { field: 'number', rule: '21 CFR 1305.21(b)(1)' };
  const parsed = number === null ? null : parseOrderNumber(number);
  if (!parsed) return [];
  if (await archive.isNumberUsed(parsed, id))
    return [finding('blocks', 'order/number-used', { params: { number: parsed }, ...about })];
  if (replacedNumber === undefined) return [];
  return [
    finding('warns', 'order/number-replaced', { params: { used: replacedNumber, number: parsed }, ...about }),
  ];
}

/** What is shown is parsed back from the very bytes; an order with gaps has none yet. */
function written(
  draft: OrderDraft,
  form: DocumentForm = 'csos-xml',
): Pick<PreparedDocument, 'document' | 'sha256' | 'order' | 'findings'> {
  try {
    const bytes = writeOrder(completeOrder(draft), form);
    const order = readOrder(bytes);
    const findings = form === 'x12-850' ? longerThanX12(order) : [];
    return { document: toBase64(bytes), sha256: sha256Hex(bytes), order, findings };
  } catch (error) {
    const { code, params } = faultOf(error);
    return { document: null, sha256: null, order: null, findings: [finding('blocks', code, { params })] };
  }
}

function sentences({ substances }: OrderAssessment): PreparedDocument['somSentences'] {
  return substances
    .filter(({ level }) => level !== 'none')
    .map((substance) => ({
      lineNumbers: substance.lineNumbers,
      level: substance.level,
      text: somSentence(substance),
    }));
}
