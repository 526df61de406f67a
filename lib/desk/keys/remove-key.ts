import { CountersignError } from '@/lib/base';
import type { NewEvent } from '@/lib/archive';
import { say } from '@/lib/words';
import { requireCertificate } from '../certificates';
import type { Desk } from '../desk';
import { identify } from '../people';
import type { DeskPorts } from '../ports';
import { KEY_TURN } from './turn';

/**
 * Deletes a key for good, at the word of its holder or of the pharmacist in charge. The record comes first: should
 * everything die between the two, the record stands and `finishKeyActs` deletes the key at the next start; the other way
 * round a key could go without anybody having said so. The certificate stays, so that what it signed can be verified. A
 * token keeps its key: of it only the entry goes.
 */
export function removeKey(ports: DeskPorts): Desk['removeKey'] {
  const { archive, vault, listHosts } = ports;
  return async ({ certificate, personId, pin }) => {
    const person = await identify(ports, personId, pin);
    await listHosts.inTurn(KEY_TURN, async () => {
      const known = requireCertificate(await archive.directory(), certificate);
      if (person.id !== known.personId && person.role !== 'pic')
        throw new CountersignError('people/not-allowed', {
          name: person.name,
          role: say(`role.${person.role}`),
          needed: say('keys.holder-or-pic'),
        });
      const payload = { sha256: certificate };
      const events: NewEvent[] = [];
      if ((await vault.certificates()).has(certificate)) events.push({ type: 'key.removed', payload });
      if (known.token) events.push({ type: 'certificate.removed', payload });
      if (events.length === 0) throw new CountersignError('vault/key-missing');
      await archive.append({
        // One that was brought in again may be deleted again, and each computer deletes its own.
        commandId: `key-removed-${await archive.station()}-${certificate}-${known.addedAt}`,
        who: person.id,
        orderId: null,
        events,
      });
      await vault.remove(certificate);
    });
  };
}
