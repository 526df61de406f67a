import { CountersignError } from '@/lib/base';
import { Popup } from '@/components/popup/popup';
import type { PopupServices } from '@/components/popup/popup-services';
import type { DueView } from '@/lib/desk';
import { fakePopup, fakeSend, never } from './fake-desk';
import { dueOfEachKind, dueView, dueViewOf, nothingDue } from './fixtures';
import type { GalleryState } from './states';

const popup = (view: DueView, changes: Partial<PopupServices> = {}) => (
  <Popup services={fakePopup({ send: fakeSend({ 'due.get': async () => view }), ...changes })} />
);
const site = async () => ({
  host: 'orders.meridian.example',
  pattern: 'https://orders.meridian.example/*',
  granted: false,
  tabId: 7,
});
const size = { width: 392, height: 560 };

export const popupStates: Record<string, GalleryState> = {
  'popup-due': { ...size, show: () => popup(dueView) },
  'popup-kinds': { ...size, show: () => popup({ ...dueOfEachKind, watch: [] }) },
  'popup-empty': { ...size, show: () => popup(nothingDue) },
  'popup-site': { ...size, show: () => popup(nothingDue, { currentSite: site }) },
  'popup-sign-only': {
    ...size,
    show: () => popup({ ...dueViewOf(dueView.items.filter((item) => item.kind === 'sign')), watch: [] }),
  },
  'popup-fresh': {
    ...size,
    show: () =>
      popup(
        {
          ...nothingDue,
          who: null,
          registrantName: null,
          setupMissing: ['registrant', 'person', 'root', 'certificate', 'supplier'],
        },
        { currentSite: site },
      ),
  },
  'popup-setup-left': { ...size, show: () => popup({ ...dueView, setupMissing: ['certificate'] }) },
  'popup-loading': {
    ...size,
    show: () => <Popup services={fakePopup({ send: fakeSend({ 'due.get': () => never() }) })} />,
  },
  'popup-error': {
    ...size,
    show: () => (
      <Popup
        services={fakePopup({
          send: fakeSend({
            'due.get': () =>
              Promise.reject(new CountersignError('archive/unavailable', { detail: 'blocked' })),
          }),
        })}
      />
    ),
  },
};
