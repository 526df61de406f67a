import { CountersignError, legalDay, toBase64 } from '@/lib/base';
import { parseCertificate, parsePemOrDer, type Certificate } from '@/lib/pki';
import { situation } from './context';
import type { Desk } from './desk';
import type { DeskPorts } from './ports';
import { certificateOf } from './stored-certificates';

/** The roots that a person chose to trust: everything that signs hangs on them. */
export function rootCases(ports: DeskPorts): Pick<Desk, 'roots' | 'trustRoot' | 'removeRoot'> {
  const { archive, clock, session } = ports;

  return {
    async roots() {
      return (await archive.directory()).roots.map(({ sha256, der }) => ({
        sha256,
        subject: certificateOf({ der }).subject,
      }));
    },

    async trustRoot(file) {
      const root = readRoot(file);
      if (root.notAfter < clock.now())
        throw new CountersignError('root/expired', { date: legalDay(root.notAfter, 'UTC') });
      await archive.append({
        commandId: crypto.randomUUID(),
        who: (await session.read()) ?? 'system',
        orderId: null,
        events: [
          {
            type: 'root.trusted',
            payload: { root: { sha256: root.sha256, der: toBase64(root.der), addedAt: clock.now() } },
          },
        ],
      });
      return { sha256: root.sha256, subject: root.subject };
    },

    async removeRoot(sha256) {
      const { person } = await situation(ports);
      if (!person) throw new CountersignError('people/nobody-signed-in');
      await archive.append({
        commandId: crypto.randomUUID(),
        who: person.id,
        orderId: null,
        events: [{ type: 'root.removed', payload: { sha256 } }],
      });
    },
  };
}

/** What is wrong with a file is said by what it is, not by what a parser met. */
function readRoot(file: Uint8Array): Certificate {
  const root = readOne(file);
  const subject = root.commonName || root.subject;
  if (!root.isCa) throw new CountersignError('root/not-a-ca', { subject });
  if (root.subject !== root.issuer)
    throw new CountersignError('root/not-self-signed', { subject, issuer: root.issuer });
  return root;
}

function readOne(file: Uint8Array): Certificate {
  try {
    const [der, ...more] = parsePemOrDer(file);
    if (more.length > 0) throw new CountersignError('root/several-certificates', { count: more.length + 1 });
    return parseCertificate(der ?? new Uint8Array());
  } catch (error) {
    if (error instanceof CountersignError && error.code === 'certificate/malformed')
      throw new CountersignError('root/not-a-certificate', {}, { cause: error });
    throw error;
  }
}
