import { CountersignError } from '@/lib/base';
import type { Desk } from './desk';
import { choiceOf } from './certificates';
import { situation } from './context';
import { currentDraft } from './current-draft';
import type { CrlStore } from './lists/crl-store';
import { HONESTY_VERSION } from './honesty';
import { identify, whoIs } from './people';
import type { DeskPorts } from './ports';
import { prepareDocument } from './prepare';
import { registrantOf } from './registrants';
import { refuseRequest, requireOpen } from './requests';

export function signCases(
  ports: DeskPorts,
  crls: CrlStore,
): Pick<Desk, 'signView' | 'prepareDocument' | 'refuse' | 'acceptHonesty'> {
  return {
    async signView(requestId) {
      const stored = await ports.archive.request(requestId);
      if (!stored) throw new CountersignError('signing/request-unknown');
      const { request, state } = stored;
      const { directory, person } = await situation(ports);
      const here = await ports.vault.certificates();
      const registrant = registrantOf(directory, request.draft);
      const draft = currentDraft(directory, request);
      const certificates = directory.certificates
        .filter((known) => known.registrant === undefined || known.registrant === registrant.deaNumber)
        .map((known) => choiceOf(known, here, registrant.zone));
      const order = state.phase === 'signed' ? await ports.archive.order(requestId) : null;
      return {
        request,
        state,
        asker: {
          origin: request.page?.origin ?? '',
          supplierName: draft.supplier.name ?? '',
          supplierId: request.supplierId,
        },
        registrant,
        draft,
        certificates,
        who: person && whoIs(person),
        honestyAccepted: certificates
          .filter(({ hasKey }) => hasKey)
          .every(({ personId }) =>
            directory.honesty.some((h) => h.personId === personId && h.textVersion === HONESTY_VERSION),
          ),
        waiting: (await ports.archive.openRequests())
          .map((other) => other.request.id)
          .filter((id) => id !== requestId),
        signed: order?.number ? { orderNumber: order.number, submitted: order.phase !== 'signed' } : null,
      };
    },

    async prepareDocument(requestId, edits) {
      const { request } = await requireOpen(ports, requestId);
      return prepareDocument(ports, crls, request, edits);
    },

    refuse: (requestId, reason) => refuseRequest(ports, requestId, reason),

    async acceptHonesty({ personId, pin }) {
      await identify(ports, personId, pin);
      const at = ports.clock.now();
      await ports.archive.append({
        commandId: `honesty-${personId}-${HONESTY_VERSION}`,
        who: personId,
        orderId: null,
        events: [
          {
            type: 'honesty.accepted',
            payload: { acceptance: { textVersion: HONESTY_VERSION, personId, at } },
          },
        ],
      });
    },
  };
}
