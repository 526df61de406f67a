import { ServicesProvider } from '@/components/page/services';
import { SignWindow } from '@/components/sign/sign-window';
import { CountersignError, type ErrorCode } from '@/lib/base';
import type { CertificateChoice, Desk } from '@/lib/desk';
import type { TokenFlags } from '@/lib/host';
import { fakeDesk, fakeSend, fakeServices, never } from './fake-desk';
import { certificate, clock, signView } from './fixtures';
import type { GalleryState } from './states';
import { tokenCertificate, tokenWith } from './token-fixtures';

interface Shown {
  readonly desk?: Partial<Desk>;
  readonly certificate?: CertificateChoice;
  /** What the attempt to open the key comes to; it stays open otherwise. */
  readonly unlock?: () => Promise<void>;
  readonly held?: boolean;
  readonly waiting?: readonly string[];
  readonly position?: number;
}

function sign({
  desk,
  certificate: choice = tokenCertificate,
  unlock,
  held,
  waiting = [],
  position = 1,
}: Shown) {
  return (
    <ServicesProvider
      value={fakeServices({
        desk: fakeDesk({ signView: async () => ({ ...signView, certificates: [choice], waiting }), ...desk }),
        send: fakeSend({
          'sign.held': async () =>
            held ? { certificate: choice.sha256, until: clock.now() + 8 * 60_000 } : null,
        }),
        unlock: unlock ?? (async () => {}),
      })}
    >
      <SignWindow requestId="request-1" position={position} onNext={() => {}} onClose={() => {}} />
    </ServicesProvider>
  );
}

const size = { width: 960, height: 900 };
const saying = (flags: Partial<TokenFlags>): GalleryState => ({
  ...size,
  show: () => sign({ desk: { tokenOf: async () => tokenWith(flags) } }),
});
const failing = (code: ErrorCode, params = {}): GalleryState => ({
  ...size,
  show: () => sign({ desk: { tokenOf: () => Promise.reject(new CountersignError(code, params)) } }),
});

export const signTokenStates: Record<string, GalleryState> = {
  'sign-token': saying({}),
  'sign-token-looking': { ...size, show: () => sign({ desk: { tokenOf: () => never() } }) },
  'sign-token-few-left': saying({ pinFewLeft: true }),
  'sign-token-last-try': saying({ pinLastTry: true }),
  'sign-token-last-try-known': {
    ...saying({ pinLastTry: true }),
    press: ['check:I have looked the PIN up, and I know that a wrong one locks the token'],
  },
  'sign-token-locked': saying({ pinLocked: true }),
  'sign-token-must-change': saying({ pinMustChange: true }),
  'sign-token-no-pin': saying({ loginRequired: false }),
  'sign-token-pin-pad': saying({ pinPad: true }),
  'sign-token-pin-pad-waiting': {
    ...size,
    show: () => sign({ desk: { tokenOf: async () => tokenWith({ pinPad: true }) }, unlock: () => never() }),
    press: ['Sign order'],
  },
  'sign-token-wrong-pin': {
    ...size,
    show: () => sign({ unlock: () => Promise.reject(new CountersignError('token/wrong-pin-few-left')) }),
    press: ['fill:PIN of the token', 'Sign order'],
  },
  'sign-token-none': failing('token/none'),
  'sign-token-not-permitted': failing('host/not-permitted'),
  'sign-token-host-missing': failing('host/missing'),
  'sign-token-module-missing': failing('token/module-missing', { path: '/usr/lib/libeToken.so' }),
  'sign-token-held': { ...size, show: () => sign({ held: true, waiting: ['r3'], position: 2 }) },
  'sign-batch-first': { ...size, show: () => sign({ certificate, waiting: ['r2', 'r3'] }) },
  'sign-batch-held': {
    ...size,
    show: () => sign({ certificate, held: true, waiting: ['r3'], position: 2 }),
  },
  'sign-token-narrow': { ...saying({ pinLastTry: true }), width: 360 },
  'sign-batch-held-narrow': {
    width: 360,
    height: 800,
    show: () => sign({ certificate, held: true, waiting: ['r3'], position: 2 }),
  },
};
