import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoSubscriberId } from '../../pki/demo-subscribers';
import type { DemoPki } from '../../pki/make-demo-pki';
import { demoToken } from '../../support/demo-token';
import type { SoftToken } from '../../support/softhsm';
import { nativeHost, type NativeHost } from './native-host';

/** A home folder with a browser's profile, the native host installed for it, and a token plugged in. */
export interface TokenProfile {
  readonly home: string;
  /** User data folder for Chromium, where it also looks for manifests. */
  readonly chromium: string;
  readonly scratch: string;
  readonly token: SoftToken;
  readonly host: NativeHost;
  remove(): void;
}

export interface TokenProfileOptions {
  readonly browser: 'chromium' | 'firefox';
  readonly pki: DemoPki;
  readonly who?: readonly DemoSubscriberId[];
  /** As with `nativeHost`. */
  readonly signMs?: number;
}

export function tokenProfile({ browser, pki, who, signMs }: TokenProfileOptions): TokenProfile {
  const home = mkdtempSync(join(tmpdir(), 'countersign-home-'));
  const chromium = join(home, 'chromium');
  const scratch = join(home, 'scratch');
  mkdirSync(scratch);
  const token = demoToken({ dir: scratch, pki, ...(who && { who }) });
  const manifests =
    browser === 'chromium'
      ? join(chromium, 'NativeMessagingHosts')
      : join(home, '.mozilla', 'native-messaging-hosts');
  const softhsmConf = token.conf;
  const host = nativeHost({ browser, manifests, scratch, softhsmConf, ...(signMs && { signMs }) });
  host.become('real');
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  return { home, chromium, scratch, token, host, remove };
}
