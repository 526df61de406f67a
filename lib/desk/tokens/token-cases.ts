import { CountersignError, faultOf, toBase64 } from '@/lib/base';
import type { KnownCertificate, NewEvent } from '@/lib/archive';
import { isSameToken, type HostToken } from '@/lib/host';
import { keyAlgorithm } from '@/lib/pki';
import { withHost } from '@/lib/signing';
import { choiceOf } from '../certificates';
import { situation } from '../context';
import type { Desk } from '../desk';
import { requireNoKey } from '../keys/require-no-key';
import { KEY_TURN } from '../keys/turn';
import type { CrlStore } from '../lists/crl-store';
import type { DeskPorts } from '../ports';
import { registrantOfCertificate } from '../registrants';
import { requireUsable, standingAtImport } from '../standing-at-import';
import { chainFor } from './chain-for';
import { readToken } from './read-token';
import { tokenView } from './token-view';

type TokenCases = Pick<Desk, 'tokenHelper' | 'tokens' | 'tokenOf' | 'addTokenCertificate' | 'diagnoseHelper'>;

/** Tokens and the helper that talks to them; each case starts a helper of its own, beside the one that may be signing. */
export function tokenCases(ports: DeskPorts, crls: CrlStore): TokenCases {
  const { nativeHost, archive, clock, listHosts, vault } = ports;

  async function pluggedIn(module: string): Promise<readonly HostToken[]> {
    const { tokens } = await withHost(nativeHost, (host) => host.ask('tokens', { module }));
    if (tokens.length === 0) throw new CountersignError('token/none');
    return tokens;
  }

  return {
    async tokenHelper() {
      const permitted = await nativeHost.mayConnect();
      let version: string | null = null;
      try {
        return await withHost(nativeHost, async (host) => {
          version = host.version;
          const { modules } = await host.ask('modules', {});
          return { permitted, version, modules, fault: null };
        });
      } catch (error) {
        return { permitted, version, modules: [], fault: faultOf(error) };
      }
    },

    async tokens(module) {
      const context = await situation(ports);
      const tokens = await pluggedIn(module);
      return tokens.map((token) => tokenView(token, { ...context, now: clock.now() }));
    },

    async tokenOf(certificate) {
      const context = await situation(ports);
      const known = context.directory.certificates.find(({ sha256 }) => sha256 === certificate);
      if (!known?.token) throw new CountersignError('vault/key-missing');
      const { module, name } = known.token;
      const token = (await pluggedIn(module)).find((one) => isSameToken(one, name));
      if (!token) throw new CountersignError('token/certificate-missing');
      return tokenView(token, { ...context, now: clock.now() });
    },

    async addTokenCertificate({ module, token: name, certificate: sha256 }) {
      const { directory, person, zone } = await situation(ports);
      if (!person) throw new CountersignError('people/nobody-signed-in');
      const token = (await pluggedIn(module)).find((one) => isSameToken(one, name));
      const certificates = token ? readToken(token) : [];
      const certificate = certificates.find((one) => one.sha256 === sha256);
      if (!certificate) throw new CountersignError('token/certificate-missing');
      const registrant = registrantOfCertificate(directory, certificate);
      const known: KnownCertificate = {
        sha256,
        der: toBase64(certificate.der),
        chain: chainFor(certificate, certificates, directory).map(({ der }) => toBase64(der)),
        personId: person.id,
        addedAt: clock.now(),
        token: { module, name },
        ...(registrant === null ? {} : { registrant }),
      };
      requireUsable(certificate, clock.now(), zone);
      // Refused now, not when it is to sign: a kind of key that no order can be signed with.
      keyAlgorithm(certificate);
      const findings = await standingAtImport({ ports, directory, crls }, known);
      const added = await listHosts.inTurn(KEY_TURN, async () => {
        // Its key would be in two places, under two secrets; whichever is meant, the other must go first.
        const isLeft = await requireNoKey(ports, certificate);
        const before = (await archive.directory()).certificates.find((one) => one.sha256 === sha256);
        // A certificate on a token can be read by anybody: adding it again gives it to nobody else.
        const mine = { ...known, personId: before?.personId ?? person.id };
        const events: NewEvent[] = [{ type: 'certificate.added', payload: { certificate: mine } }];
        if (isLeft) events.unshift({ type: 'key.removed', payload: { sha256 } });
        await archive.append({ commandId: crypto.randomUUID(), who: person.id, orderId: null, events });
        if (isLeft) await vault.remove(sha256);
        return mine;
      });
      return { ...choiceOf(added, new Set(), zone), findings };
    },

    diagnoseHelper: () => withHost(nativeHost, (host) => host.ask('diagnose', {})),
  };
}
