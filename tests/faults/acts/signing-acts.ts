import {
  approveRequest,
  compareSigned,
  confirmSubmitted,
  lookAtPage,
  openRequest,
  submitAnyway,
  takeFromPage,
  trackOrder,
  voidChanged,
} from '@/lib/desk/background';
import { bringUsualHistory } from '../../desk/usual-history';
import { methylphenidate, oxycodone, seenLine, seenPage, text } from '../../desk/seen-page';
import { order, submitted, type MortalAct, type MortalWorld } from './mortal-act';

const form = seenPage({ lines: [seenLine(oxycodone), seenLine(methylphenidate)] });

/** What a page wants signed, waiting as `request-1`. */
export async function askedAtMeridian({ ports }: MortalWorld): Promise<Parameters<typeof openRequest>[1]> {
  const { draft, supplier } = await lookAtPage(ports, form, 'https://meridian.example/review');
  return {
    ...{ id: 'request-1', mode: 'now', draft, pageHash: null, page: null, delivery: 'file' },
    supplierId: supplier?.id ?? null,
  };
}

/** From a supplier's page to a signature, and back. */
export const signingActs: readonly MortalAct[] = [
  {
    name: 'open a request',
    of: ['openRequest'],
    async begin(mortal) {
      const wanted = await askedAtMeridian(mortal);
      return (archive) => openRequest({ ...mortal.ports, archive }, wanted);
    },
  },
  {
    name: 'accept what signing means',
    of: ['acceptHonesty'],
    begin: ({ actor, pageOn }) => Promise.resolve((archive) => pageOn(archive).acceptHonesty(actor)),
  },
  {
    name: 'approve a request',
    of: ['approveRequest', 'prepareDocument'],
    async begin(mortal) {
      const { desk, ports, crls, actor } = mortal;
      const certificate = await mortal.importPfx('full');
      await desk.acceptHonesty(actor);
      await openRequest(ports, await askedAtMeridian(mortal));
      const edits = { certificate, lines: {}, supplier: {} };
      const { document } = await desk.prepareDocument('request-1', edits);
      await mortal.unlock(certificate);
      const reason = { kind: 'hospice-ltc', detail: 'a new hospice nearby opened this month' } as const;
      const approval = { requestId: 'request-1', document: document ?? '', edits, reason };
      return async (archive) => {
        // Signed before: whoever asks again is told so, and signs nothing.
        const { state } = (await archive.request('request-1')) ?? {};
        if (state?.phase === 'open')
          await approveRequest({ ...mortal.approvalPorts(form), archive }, crls, approval);
      };
    },
  },
  {
    name: 'note that a request is unlike the usual orders',
    of: ['noteWarning'],
    async begin(mortal) {
      await bringUsualHistory(mortal.desk);
      const wanted = await askedAtMeridian(mortal);
      const lines = wanted.draft.lines.map((line) => ({ ...line, packages: 40 }));
      await openRequest(mortal.ports, { ...wanted, draft: { ...wanted.draft, lines } });
      const edits = { certificate: '', lines: {}, supplier: {} };
      return (archive) => mortal.pageOn(archive).noteWarning('request-1', edits);
    },
  },
  {
    name: 'refuse a request',
    of: ['refuse'],
    async begin(mortal) {
      await openRequest(mortal.ports, await askedAtMeridian(mortal));
      return async (archive) => {
        // Answered before: whoever asks again is told that it is closed.
        if ((await archive.request('request-1'))?.state.phase === 'open')
          await mortal.pageOn(archive).refuse('request-1', 'Too much of it');
      };
    },
  },
  {
    name: 'record that the site that asked took the order',
    of: ['confirmSubmitted'],
    async begin({ ports, sign }) {
      await sign();
      return (archive) => confirmSubmitted({ ...ports, archive }, 'order-1', 'https://harbor.example');
    },
  },
  {
    name: 'submit an order anyway',
    of: ['submitAnyway'],
    async begin({ ports }) {
      const origin = 'https://cascade.example';
      const looked = await lookAtPage(ports, form, `${origin}/review`);
      return (archive) =>
        submitAnyway({ ...ports, archive }, looked, { reason: 'New hospice contract', origin });
    },
  },
  {
    name: 'track an order',
    of: ['trackOrder'],
    async begin({ ports }) {
      const looked = await lookAtPage(ports, form, 'https://cascade.example/review');
      return (archive) => trackOrder({ ...ports, archive }, looked, 'https://cascade.example');
    },
  },
  {
    name: 'take orders of a page into the history',
    of: ['takeFromPage'],
    begin: ({ ports }) =>
      Promise.resolve((archive) => {
        const listed = (number: string) => ({
          ...{ orderNumber: text(number), state: text('Received'), date: text('10/02/2026') },
          lines: [seenLine(oxycodone)],
        });
        const orders = [listed('26X100201'), listed('26X100202')];
        const page = seenPage({ kind: 'order-history', orders });
        return takeFromPage({ ...ports, archive }, page, 'https://cascade.example/orders');
      }),
  },
  {
    name: 'end the review of a page that changed',
    of: ['voidChanged'],
    async begin(mortal) {
      const page = { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: 'document-1' };
      const wanted = { ...(await askedAtMeridian(mortal)), pageHash: 'as it was', page };
      await openRequest(mortal.ports, wanted);
      return (archive) => voidChanged({ ...mortal.ports, archive }, page.documentId, 'as it is');
    },
  },
  {
    name: 'record that a page is not what was signed',
    of: ['compareSigned'],
    async begin({ ports, sign }) {
      await sign(submitted);
      const [{ ndc11 = null, name: description }] = order.lines as [(typeof order.lines)[0]];
      const page = seenPage({
        orderNumber: text(order.number),
        lines: [seenLine({ ndc: ndc11 ?? '', description, packages: '99', packageSize: '100' })],
      });
      const url = 'https://cascade.example/orders/1';
      return async (archive) => {
        const looked = await lookAtPage({ ...ports, archive }, page, url);
        return compareSigned({ ...ports, archive }, looked, { page, url, documentId: 'document-1' });
      };
    },
  },
  {
    name: 'record what a page says of an order',
    of: ['lookAtPage'],
    async begin({ ports, sign }) {
      await sign(submitted);
      const shipped = order.lines.flatMap(({ ndc11, name: description }) =>
        ndc11 === null
          ? []
          : [
              {
                ...seenLine({ ndc: ndc11, description, shipped: '1', packageSize: '100' }),
                cut: text('Back order'),
              },
            ],
      );
      const page = seenPage({
        ...{ kind: 'shipment', orderNumber: text(order.number), state: text('Shipped') },
        ...{ lines: shipped, shipDate: text('11/21/2026') },
      });
      return (archive) => lookAtPage({ ...ports, archive }, page, 'https://cascade.example/orders/1');
    },
  },
];
