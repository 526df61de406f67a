import { orderEventsOf } from '@/lib/archive';
import { fromBase64 } from '@/lib/base';
import { printableOrder, readOrder } from '@/lib/documents';
import { parseCertificate } from '@/lib/pki';
import { situation } from './context';
import type { Desk } from './desk';
import type { DeskPorts } from './ports';
import { zoneAt } from './registrants';

/** The printed copy: what was signed is read from the signed bytes once more, not from what the archive says of them. */
export function printOrder(ports: DeskPorts): Desk['printOrder'] {
  return async (orderId) => {
    const state = await ports.archive.order(orderId);
    if (!state) return null;
    const events = orderEventsOf(await ports.archive.events(orderId));
    const here = await situation(ports);
    const { people, certificates } = here.directory;
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const signed = events.find((event) => event.type === 'order.signed')?.payload;
    const certificate = certificates.find(({ sha256 }) => sha256 === signed?.certificateSha256);
    const who = await ports.session.read();
    return printableOrder(state, {
      order: signed ? readOrder(fromBase64(signed.document)) : null,
      events,
      names,
      certificateSubject: certificate ? parseCertificate(fromBase64(certificate.der)).commonName : null,
      printedAt: ports.clock.now(),
      printedBy: who === null ? null : (names.get(who) ?? null),
      zone: zoneAt(here, state.draft.purchaser.deaNumber),
    });
  };
}
