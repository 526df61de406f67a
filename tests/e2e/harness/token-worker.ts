import { fromBase64, toBase64 } from '@/lib/base';
import type { TokenName } from '@/lib/host';
import { parseCertificate, signCms, type Certificate } from '@/lib/pki';
import { createKeySession, openHost, openToken, withHost, type KeySession } from '@/lib/signing';
import { nativeDoor } from '@/wiring/native-door';

/** A token's certificate as it can be handed to a browser's worker: DER is base64. */
export interface TokenPick {
  readonly module: string;
  readonly serial: string;
  readonly certificate: string;
  readonly chain: readonly string[];
}

/**
 * What a bare extension offers to tests in its service worker: the product's own session, client and door, with the real
 * native host behind them.
 */
export interface TokenWorker {
  /** Logs in; the token stays open until `lock`. `pin`: UTF-8 octets. */
  unlock(pick: TokenPick, pin: readonly number[]): Promise<void>;
  /** Signs each document (base64) as an order, at this time; answers the messages in base64 and how long it took, ms. */
  sign(
    documents: readonly string[],
    at: number,
  ): Promise<{ readonly messages: string[]; readonly ms: number }>;
  /**
   * From nothing to signed orders: a host process of its own, login, signatures; answers how long it took, ms. For these
   * documents (base64) at this time.
   */
  once(pick: TokenPick, pin: readonly number[], documents: readonly string[], at: number): Promise<number>;
  lock(): void;
  /** From asking the browser for the host to the host's hello, ms. */
  hello(): Promise<number>;
}

interface Opened {
  readonly session: KeySession;
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
}
let opened: Opened | null = null;

/** Throws while no token is open. */
export function openedToken(): Opened {
  if (!opened) throw new Error('no token is open');
  return opened;
}

let names: Record<string, TokenName> = {};

async function nameOf({ module, serial }: TokenPick): Promise<TokenName> {
  const known = names[serial];
  if (known) return known;
  const { tokens } = await withHost(nativeDoor, (host) => host.ask('tokens', { module }));
  const found = tokens.find((token) => token.serial === serial);
  if (!found) throw new Error(`no token with serial number ${serial}`);
  const { label, manufacturer, model } = found;
  const name = { serial, label, manufacturer, model };
  names = { ...names, [serial]: name };
  return name;
}

const offered: TokenWorker = {
  async unlock(pick, pin) {
    const session = createKeySession({ now: () => Date.now() });
    const certificate = parseCertificate(fromBase64(pick.certificate));
    const place = { module: pick.module, name: await nameOf(pick) };
    const octets = Uint8Array.from(pin);
    await session.open(certificate.sha256, (signal) =>
      openToken(nativeDoor, place, certificate, octets, signal),
    );
    const chain = pick.chain.map((der) => parseCertificate(fromBase64(der)));
    opened = { session, certificate, chain };
  },
  async sign(documents, at) {
    const { session, certificate, chain } = openedToken();
    const signer = session.signer(certificate.sha256);
    const messages: string[] = [];
    const start = performance.now();
    for (const document of documents) {
      const content = fromBase64(document);
      const sign = (bytes: Uint8Array<ArrayBuffer>) => signer.sign(bytes);
      messages.push(toBase64(await signCms({ content, certificate, chain, signingTime: at, sign })));
    }
    return { messages, ms: performance.now() - start };
  },
  async once(pick, pin, documents, at) {
    const start = performance.now();
    await offered.unlock(pick, pin);
    await offered.sign(documents, at);
    const ms = performance.now() - start;
    offered.lock();
    return ms;
  },
  lock() {
    opened?.session.lock();
    opened = null;
  },
  async hello() {
    const start = performance.now();
    const host = await openHost(nativeDoor);
    const ms = performance.now() - start;
    host.close();
    return ms;
  },
};
Object.assign(globalThis, { tokenWorker: offered });
