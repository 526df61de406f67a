import { CountersignError } from '@/lib/base';
import { requireCertificate } from '../certificates';
import { situation } from '../context';
import type { Desk } from '../desk';
import type { DeskPorts } from '../ports';
import { passwordChanged } from './password-changed';
import { KEY_TURN } from './turn';

/**
 * Puts a key under another password and records who did it. Only who knows the old one can: that is asked before anything is
 * written. Where the record can't be written, the old password is put back; where everything dies between the two,
 * `finishKeyActs` records it at the next start: none changes without having been said.
 */
export function changeKeyPassword(ports: DeskPorts): Desk['changeKeyPassword'] {
  const { archive, vault, listHosts } = ports;
  return async ({ certificate, password, newPassword }) => {
    const { person } = await situation(ports);
    if (!person) throw new CountersignError('people/nobody-signed-in');
    await listHosts.inTurn(KEY_TURN, async () => {
      requireCertificate(await archive.directory(), certificate);
      const change = { commandId: crypto.randomUUID(), who: person.id };
      await vault.changePassword(certificate, password, newPassword, change);
      try {
        await archive.append(passwordChanged({ certificate, ...change }));
      } catch (error) {
        await vault.changePassword(certificate, newPassword, password);
        throw error;
      }
    });
  };
}
