import type { CertificateChoice, HelperView, TokenView } from '@/lib/desk';
import type { TokenFlags, TokenName } from '@/lib/host';
import { certificate, day } from './fixtures';

const flags: TokenFlags = {
  initialized: true,
  loginRequired: true,
  pinPad: false,
  pinFewLeft: false,
  pinLastTry: false,
  pinLocked: false,
  pinMustChange: false,
};

export const tokenName: TokenName = {
  serial: '02f4a1c9',
  label: 'Dana’s eToken',
  manufacturer: 'Example Tokens Inc.',
  model: 'eToken 5110',
};

export const tokenCertificate: CertificateChoice = {
  ...certificate,
  sha256: 'dd'.repeat(32),
  commonName: 'Dana Whitfield',
  personId: 'dana',
  validUntil: day('2028-09-14'),
  protection: 'protection.token',
  token: tokenName,
};

/** The token of `tokenCertificate`, with what it says of its PIN. */
export const tokenWith = (said: Partial<TokenFlags> = {}, changes: Partial<TokenView> = {}): TokenView => ({
  name: tokenName,
  hardware: '15.0',
  firmware: '5.12',
  claimsFips: true,
  flags: { ...flags, ...said },
  certificates: [
    {
      sha256: tokenCertificate.sha256,
      commonName: 'Dana Whitfield',
      registrantName: 'Juniper Street Pharmacy',
      schedules: ['2', '2N', '3', '3N', '4', '5'],
      validUntil: day('2028-09-14'),
      known: false,
      hasKey: null,
      unfit: null,
    },
    {
      sha256: 'ee'.repeat(32),
      commonName: 'Dana Whitfield',
      registrantName: 'Juniper Street Pharmacy',
      schedules: ['2', '2N', '3', '3N', '4', '5'],
      validUntil: day('2025-09-12'),
      known: false,
      hasKey: true,
      unfit: { code: 'certificate/expired', params: { subject: 'Dana Whitfield', date: '2025-09-12' } },
    },
  ],
  ...changes,
});

export const secondToken: TokenView = tokenWith(
  {},
  {
    name: { serial: '11902776', label: '', manufacturer: 'Example Keys', model: 'PIV key 5' },
    claimsFips: false,
    hardware: '5.4',
    firmware: '5.4.3',
    certificates: [
      {
        sha256: certificate.sha256,
        commonName: 'Ana Ruiz',
        registrantName: 'Juniper Street Pharmacy',
        schedules: ['2', '2N', '3', '3N', '4', '5'],
        validUntil: certificate.validUntil,
        known: true,
        hasKey: true,
        unfit: null,
      },
    ],
  },
);

export const helper: HelperView = {
  permitted: true,
  version: '1.0.0',
  modules: [
    { name: 'SafeNet eToken', path: '/usr/lib/libeToken.so', found: true },
    { name: 'OpenSC', path: '/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so', found: true },
    { name: 'YubiKey', path: '/usr/lib/x86_64-linux-gnu/libykcs11.so', found: false },
    { name: 'SoftHSM2', path: '/usr/lib/softhsm/libsofthsm2.so', found: false },
  ],
  fault: null,
};

export const diagnosis = [
  { check: 'Caller', ok: true, detail: 'this extension' },
  { check: 'Helper', ok: true, detail: '1.0.0, linux x64' },
  { check: 'SafeNet eToken', ok: true, detail: '/usr/lib/libeToken.so, 1 token' },
  {
    check: 'OpenSC',
    ok: false,
    detail: 'loads, but pcscd does not answer: is the smart card service running?',
  },
];
