import { ServicesProvider } from '@/components/page/services';
import { Workspace } from '@/components/workspace/workspace';
import { CountersignError } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { fakeDesk, fakeServices, never } from './fake-desk';
import { certificate } from './fixtures';
import type { GalleryState } from './states';
import { tokenCertificate } from './token-fixtures';

const size = { width: 1280, height: 800 };

const at = (desk: Partial<Desk> = {}) => {
  location.hash = '/certificates';
  const certificates = async () => [certificate, tokenCertificate];
  return (
    <ServicesProvider value={fakeServices({ desk: fakeDesk({ certificates, ...desk }) })}>
      <Workspace />
    </ServicesProvider>
  );
};
const change = 'Change password… of Ana Ruiz';
const fill = ['fill:Password for signing, as it is now'];
const fail = (code: 'vault/wrong-password' | 'vault/wait', params = {}) => ({
  changeKeyPassword: () => Promise.reject(new CountersignError(code, params)),
});

/** Keys of one's own: their passwords and their end. */
export const keyStates: Record<string, GalleryState> = {
  'keys-list': { ...size, show: () => at() },
  'keys-change': { ...size, show: () => at(), press: [change] },
  'keys-change-wrong': {
    ...size,
    show: () => at(fail('vault/wrong-password')),
    press: [change, 'Change password'],
  },
  'keys-change-wait': {
    ...size,
    show: () => at(fail('vault/wait', { count: 80 })),
    press: [change, 'Change password'],
  },
  'keys-change-busy': {
    ...size,
    show: () => at({ changeKeyPassword: () => never() }),
    press: [change, ...fill, 'Change password'],
  },
  'keys-changed': { ...size, show: () => at(), press: [change, 'Change password'] },
  'keys-delete': { ...size, show: () => at(), press: ['Delete key… of Ana Ruiz'] },
  'keys-delete-nobody': {
    ...size,
    show: () => at({ who: async () => null }),
    press: ['Delete key… of Ana Ruiz'],
  },
  'keys-forget-token': {
    ...size,
    show: () => at(),
    press: [`Remove… the token’s certificate of ${tokenCertificate.commonName}`],
  },
};
