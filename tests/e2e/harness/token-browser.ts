import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Worker } from '@playwright/test';
import { toBase64 } from '@/lib/base';
import { builtForChromium, launchChromium } from './launch-chromium';
import type { NativeHost } from './native-host';
import { tokenProfile } from './token-profile';
import type { DemoPki } from '../../pki/make-demo-pki';
import { bareExtension } from '../../support/bare-extension';
import { demoTokenPin } from '../../support/demo-token';
import type { SoftToken } from '../../support/softhsm';
import type { TokenPick, TokenWorker } from './token-worker';

/** The real Chromium, whose background signs with a token through the native host, without a page between. */
export interface TokenBrowser {
  readonly background: Worker;
  readonly token: SoftToken;
  readonly host: NativeHost;
  /** Logs in with the token's PIN. */
  unlock(): Promise<void>;
  sign: TokenWorker['sign'];
  /** Host start, login and signatures in one, ms. */
  once(documents: readonly string[], at: number): Promise<number>;
  lock(): Promise<void>;
  hello(): Promise<number>;
  close(): Promise<void>;
}

const tokenWorker = fileURLToPath(new URL('token-worker.ts', import.meta.url));
type Scope = { readonly tokenWorker: TokenWorker };

/** `worker`: a TypeScript file that offers more than token-worker.ts, which it imports. */
export async function tokenBrowser(pki: DemoPki, worker = tokenWorker): Promise<TokenBrowser> {
  const profile = tokenProfile({ browser: 'chromium', pki });
  const { token, host } = profile;
  const extension = await bareExtension({
    dir: join(profile.home, 'extension'),
    worker,
    as: builtForChromium,
  });
  const context = await launchChromium({ profileDir: profile.chromium, headless: true, extension });
  const background = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const pick: TokenPick = {
    module: token.module,
    serial: token.serial,
    certificate: toBase64(readFileSync(pki.certificate.full)),
    chain: [toBase64(readFileSync(pki.sub))],
  };
  const pin = [...new TextEncoder().encode(demoTokenPin)];
  return {
    background,
    token,
    host,
    unlock: () =>
      background.evaluate(([pick, pin]) => (globalThis as unknown as Scope).tokenWorker.unlock(pick, pin), [
        pick,
        pin,
      ] as const),
    sign: (documents, at) =>
      background.evaluate(
        ([documents, at]) => (globalThis as unknown as Scope).tokenWorker.sign(documents, at),
        [documents, at] as const,
      ),
    once: (documents, at) =>
      background.evaluate(
        ([pick, pin, documents, at]) =>
          (globalThis as unknown as Scope).tokenWorker.once(pick, pin, documents, at),
        [pick, pin, documents, at] as const,
      ),
    lock: () => background.evaluate(() => (globalThis as unknown as Scope).tokenWorker.lock()),
    hello: () => background.evaluate(() => (globalThis as unknown as Scope).tokenWorker.hello()),
    async close() {
      await context.close();
      profile.remove();
    },
  };
}
