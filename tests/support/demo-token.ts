import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoSubscribers, type DemoSubscriberId } from '../pki/demo-subscribers';
import type { DemoPki } from '../pki/make-demo-pki';
import { openssl } from '../pki/openssl';
import { makeSoftToken, type SoftKey, type SoftToken } from './softhsm';

/** Like no other text anywhere, so that a search for its traces finds nothing but it. */
export const demoTokenPin = 'Kq7-wren-5521';

export interface DemoToken {
  readonly dir: string;
  readonly label?: string;
  readonly pki: DemoPki;
  /** Whose keys and certificates lie on it. */
  readonly who?: readonly DemoSubscriberId[];
}

/** A SoftHSM2 token of one demo PKI, its issuing CA's certificate included, as smart cards carry it. */
export function demoToken({ dir, label = 'Pharmacy token', pki, who = ['full'] }: DemoToken): SoftToken {
  const keys = who.map((id, index): SoftKey => {
    const key = join(dir, `${id}.key`);
    const open = ['-in', pki.pfx[id], '-passin', `pass:${pki.password}`];
    const pem = openssl(['pkcs12', ...open, '-nocerts', '-nodes']);
    writeFileSync(key, openssl(['pkcs8', '-topk8', '-nocrypt'], { input: pem }), { mode: 0o600 });
    const { commonName } = demoSubscribers[id];
    return { label: commonName, id: `0${index + 1}`, key, certificate: pki.certificate[id] };
  });
  const issuer: SoftKey = { label: 'Issuing CA', id: 'ca', key: null, certificate: pki.sub };
  return makeSoftToken({ dir, label, pin: demoTokenPin, keys: [...keys, issuer] });
}
