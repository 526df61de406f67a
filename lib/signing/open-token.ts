import { CountersignError, fromBase64, toBase64 } from '@/lib/base';
import type { TokenName } from '@/lib/host';
import { keyAlgorithm, signingScheme, type Certificate } from '@/lib/pki';
import type { HeldKey } from './held-key';
import type { HostClient } from './host-client';
import type { NativeDoor } from './native-port';
import { openHost } from './open-host';

/** Where a certificate's key is: which token, through which PKCS #11 module. */
interface TokenPlace {
  readonly module: string;
  readonly name: TokenName;
}

/**
 * Logs in to a token for one certificate's key, in a host process of its own. `pin`: UTF-8 octets, overwritten whatever
 * happens, and tried once; null where the token has a keypad or wants none. The signal ends the process, also in the middle
 * of the login, with `vault/locked`. Throws `host/*`, `token/*`, `certificate/unsupported-algorithm`.
 */
export async function openToken(
  door: NativeDoor,
  { module, name }: TokenPlace,
  certificate: Certificate,
  pin: Uint8Array | null,
  signal: AbortSignal,
): Promise<HeldKey> {
  try {
    const algorithm = keyAlgorithm(certificate).name === 'ECDSA' ? 'ecdsa' : 'rsa-sha256';
    const { hash } = signingScheme(certificate);
    let host: HostClient | null = null;
    try {
      host = await openHost(door, signal);
      const { pinPerSignature } = await host.ask('login', {
        module,
        token: name,
        certificate: certificate.sha256,
        pin: pin && [...pin],
      });
      if (signal.aborted) throw new CountersignError('vault/locked');
      return heldToken(host, certificate.sha256, { algorithm, hash, once: pinPerSignature });
    } catch (error) {
      host?.close();
      throw signal.aborted ? new CountersignError('vault/locked', {}, { cause: error }) : error;
    }
  } finally {
    pin?.fill(0);
  }
}

function heldToken(
  host: HostClient,
  certificate: string,
  how: { readonly algorithm: 'ecdsa' | 'rsa-sha256'; readonly hash: string; readonly once: boolean },
): HeldKey {
  return {
    protection: 'protection.token',
    once: how.once,
    async sign(bytes) {
      const digest = toBase64(new Uint8Array(await crypto.subtle.digest(how.hash, bytes)));
      const { signature } = await host.ask('sign', { certificate, algorithm: how.algorithm, digest });
      return fromBase64(signature);
    },
    close: () => host.close(),
  };
}
