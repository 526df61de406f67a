import { CountersignError } from '@/lib/base';
import { requireCertificate } from '../certificates';
import { situation } from '../context';
import type { Desk } from '../desk';
import type { DeskPorts } from '../ports';
import { KEY_TURN } from './turn';

/**
 * Puts a key under another password and records who did it. Only who knows the old one can: that is asked before anything is
 * written. Where the record can't be written, the old password is put back, so that none changes without having been said.
 */
export function changeKeyPassword(ports: DeskPorts): Desk['changeKeyPassword'] {
  const { archive, vault, listHosts } = ports;
  return async ({ certificate, password, newPassword }) => {
    const { person } = await situation(ports);
    if (!person) throw new CountersignError('people/nobody-signed-in');
    await listHosts.inTurn(KEY_TURN, async () => {
      requireCertificate(await archive.directory(), certificate);
      await vault.changePassword(certificate, password, newPassword);
      try {
        await archive.append({
          commandId: crypto.randomUUID(),
          who: person.id,
          orderId: null,
          events: [{ type: 'key.password-changed', payload: { sha256: certificate } }],
        });
      } catch (error) {
        await vault.changePassword(certificate, newPassword, password);
        throw error;
      }
    });
  };
}
