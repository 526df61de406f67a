import { finding } from '@/lib/base';
import type { RevocationView } from '@/lib/desk';
import { certificate, checkedStatus, clock, registrant, secondCertificate } from './fixtures';

const SUB_CA = 'CN=Demo CSOS CA,O=Example,C=US';
const ROOT_CA = 'CN=Demo Root CA,O=Example,C=US';
const DAY_MS = 86_400_000;
export const revocation: RevocationView = {
  zone: registrant.zone,
  cas: [
    {
      issuer: SUB_CA,
      name: 'Demo CSOS CA',
      hosts: [{ origin: 'http://crl.example', allowed: true }],
      unfetchable: [],
      lists: [
        {
          scope: 'a',
          number: '1043',
          issuedAt: clock.now() - DAY_MS,
          endsAt: clock.now() + 6 * DAY_MS,
          isCurrent: true,
          source: { kind: 'fetched', host: 'crl.example' },
          fetchedAt: clock.now() - 3_600_000,
        },
      ],
    },
    {
      issuer: ROOT_CA,
      name: 'Demo Root CA',
      hosts: [{ origin: 'http://crl.example', allowed: true }],
      unfetchable: [],
      lists: [
        {
          scope: 'b',
          number: '87',
          issuedAt: clock.now() - 20 * DAY_MS,
          endsAt: clock.now() + DAY_MS / 3,
          isCurrent: true,
          source: { kind: 'imported', who: 'Ana Ruiz, PharmD', file: 'root-87.crl' },
          fetchedAt: clock.now() - 20 * DAY_MS,
        },
      ],
    },
  ],
  status: { [certificate.sha256]: checkedStatus },
};

/** Nothing fetched yet: one CA may be asked, the other may not, and one certificate is known to be revoked. */
export const withoutLists: RevocationView = {
  ...revocation,
  cas: revocation.cas.map((ca, i) => ({
    ...ca,
    lists: [],
    hosts: i === 0 ? [{ origin: 'http://crl.example', allowed: false }] : [],
    unfetchable: i === 0 ? [] : ['ldap://dir.example/cn=Root'],
  })),
  status: {
    [certificate.sha256]: { state: 'not-checked' },
    [secondCertificate.sha256]: {
      state: 'revoked',
      fault: finding('blocks', 'certificate/revoked', {
        params: { subject: secondCertificate.commonName, date: '2026-10-02' },
      }),
    },
  },
};

export const endedLists: RevocationView = {
  ...revocation,
  cas: revocation.cas.map((ca) => ({
    ...ca,
    lists: ca.lists.map((list) => ({ ...list, endsAt: clock.now() - 2 * DAY_MS, isCurrent: false })),
  })),
  status: { [certificate.sha256]: { state: 'not-checked' } },
};
