import { copyFileSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { caExtensions, days, issue, issueCrl } from './demo-ca';
import type { DemoSubscriberId } from './demo-subscribers';
import type { DemoPki } from './make-demo-pki';
import { openssl } from './openssl';

export interface TestListOptions {
  readonly number: number;
  readonly revoked?: readonly (DemoSubscriberId | 'sub')[];
  readonly reason?: 'certificateHold';
  /** Milliseconds since 1970. */
  readonly from?: number;
  readonly until?: number;
}

type Make = (options: TestListOptions) => string;

/** Makers of revocation lists (DER) of the demo's CAs; each answers the path of a new file. */
export interface TestLists {
  readonly root: Make;
  readonly sub: Make;
  /** Of a CA that nobody trusts. */
  readonly stranger: Make;
  /** In the sub CA's name, signed by somebody else. */
  readonly forged: Make;
}

/** Works in a folder of its own below `dir`: OpenSSL's book of a CA can't be shared. */
export function makeTestLists(pki: DemoPki, dir: string, now: number): TestLists {
  const work = mkdtempSync(join(dir, 'lists-'));
  for (const name of ['root', 'sub', 'stranger-root'])
    for (const ending of ['pem', 'key'])
      copyFileSync(join(pki.dir, `${name}.${ending}`), join(work, `${name}.${ending}`));
  let made = 0;
  const maker =
    (name: string): Make =>
    ({ number, revoked = [], reason, from, until }) => {
      const out = `list-${(made += 1)}`;
      for (const id of revoked.filter((one) => one !== 'sub'))
        openssl(['x509', '-inform', 'DER', '-in', pki.certificate[id], '-out', `${id}.pem`], { cwd: work });
      issueCrl({
        dir: work,
        name,
        revoked,
        now,
        number,
        out,
        ...(reason === undefined ? {} : { reason }),
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      });
      return join(work, `${out}.crl`);
    };
  return {
    root: maker('root'),
    sub: maker('sub'),
    stranger: maker('stranger-root'),
    forged: (options) => {
      makeForger(work, now);
      return maker('forger')(options);
    },
  };
}

function makeForger(dir: string, now: number): void {
  const subject = openssl(['x509', '-in', 'sub.pem', '-noout', '-subject', '-nameopt', 'compat'], {
    cwd: dir,
  })
    .toString()
    .trim()
    .slice('subject='.length);
  issue({
    dir,
    name: 'forger',
    issuer: 'forger',
    subject,
    extensions: caExtensions(null, null),
    from: days(now, -30),
    until: days(now, 300),
  });
}
