import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromBase64 } from '@/lib/base';
import { TEST_NOW } from '@/lib/pki/testing/make-certificate';
import { openssl } from '../pki/openssl';
import type { Chain } from './chain';
import type { Contender } from './contest';
import type { Inputs } from './inputs';

const NAME = 'openssl, starting it included';

/** OpenSSL's command for what a contest does, as far as it has one; its files stand in a folder that `remove` takes away. */
export interface OpensslBench {
  forCms(inputs: Inputs): { readonly sign: Contender; readonly verify: Contender };
  forPath(chain: Chain): Contender;
  remove(): void;
}

export function opensslBench(): OpensslBench {
  const cwd = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const run = (...args: readonly string[]) => openssl(args, { cwd });
  const put = (name: string, bytes: Uint8Array) => writeFileSync(join(cwd, name), bytes);
  return {
    forCms({ pfx, order, password }) {
      put('signer.pfx', fromBase64(pfx));
      put('order.xml', fromBase64(order));
      const read = ['pkcs12', '-in', 'signer.pfx', '-passin', `pass:${password}`, '-nodes'];
      put('signer.pem', run(...read, '-clcerts'));
      put('chain.pem', run(...read, '-nokeys', '-cacerts'));
      const files = ['-signer', 'signer.pem', '-certfile', 'chain.pem', '-in', 'order.xml'];
      const sign = ['cms', '-sign', '-binary', '-nodetach', '-md', 'sha256', '-outform', 'DER', ...files];
      put('signed.p7m', run(...sign));
      const verify = ['cms', '-verify', '-binary', '-noverify', '-inform', 'DER', '-in', 'signed.p7m'];
      return {
        sign: { name: NAME, work: () => run(...sign) },
        verify: { name: NAME, work: () => run(...verify) },
      };
    },
    forPath({ leaf, sub, root, crls }) {
      for (const [name, { der }] of Object.entries({ leaf, sub, root }))
        put(`${name}.pem`, pem('CERTIFICATE', der));
      put('crls.pem', Buffer.concat(crls.map((crl) => pem('X509 CRL', crl))));
      const at = String(TEST_NOW / 1000);
      const files = ['-trusted', 'root.pem', '-untrusted', 'sub.pem', '-CRLfile', 'crls.pem', 'leaf.pem'];
      return { name: NAME, work: () => run('verify', '-crl_check_all', '-attime', at, ...files) };
    },
    remove: () => rmSync(cwd, { recursive: true }),
  };
}

function pem(label: string, der: Uint8Array): Buffer {
  const lines = Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n');
  return Buffer.from(`-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`);
}
