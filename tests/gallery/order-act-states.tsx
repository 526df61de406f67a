import { defaultSettings } from '@/lib/people';
import { ben } from './fixtures';
import { lifeDesk, lives } from './order-life-fixtures';
import { lostPrint } from './print-fixtures';
import type { GalleryState } from './states';
import { at } from './workspace-at';

const size = { width: 1280, height: 800 };
const life = (name: keyof typeof lives, press?: readonly string[]): GalleryState => ({
  ...size,
  show: () => at('/orders/o1', lifeDesk(...lives[name])),
  ...(press ? { press } : {}),
});

export const orderActStates: Record<string, GalleryState> = {
  'order-never-sent': life('neverSent'),
  'order-submitted': life('submitted'),
  'order-partly-voided': life('partlyVoided'),
  'order-not-accepted': life('notAccepted'),
  'order-lost': life('lost'),
  'order-replaced': life('replaced'),
  'order-expired': life('expired'),
  'order-corrected': life('corrected'),
  'order-act-void': life('submitted', ['Record a void', 'check:Some lines']),
  'order-act-cancel': life('partlyShipped', ['Cancel this order']),
  'order-act-lose': life('submitted', ['Report it lost', 'fill:How it was lost']),
  'order-act-close': life('neverSent', ['Close as never sent', 'Close this order']),
  'order-act-replace': life('lost', ['Replace this order']),
  'order-act-turn-up': life('lost', ['It came to light']),
  'order-act-link': life('notAccepted', ['Link the statement']),
  'order-correct-receipt': life('corrected', ['Correct: 13 packages received']),
  'order-correct-withdraw': life('submitted', ['Correct: Put into']),
  'order-statements': {
    ...size,
    show: () => at('/orders/o1/statements', { printOrder: async () => lostPrint }),
  },
  'order-narrow': { width: 400, height: 800, show: () => at('/orders/o1', lifeDesk(...lives.partlyVoided)) },
  'order-receive-detailed': {
    ...size,
    show: () =>
      at('/receive/o1', {
        who: async () => ben,
        settings: async () => ({ ...defaultSettings, pharmacistMustReceive: true }),
      }),
    press: [
      'check:I counted these packages',
      'All as shipped',
      'Add lot of line 1',
      'choose:Problem with line 1',
      'Review record',
    ],
  },
};
