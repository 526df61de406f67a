import type { PlainDate } from '@/lib/base';
import type { CopyView } from '@/lib/desk';
import type { GalleryState } from './states';
import { at } from './workspace-at';

const size = { width: 1280, height: 800 };
const copyView: CopyView = {
  ...{ lastAt: null, target: null, newEvents: 41, oldestNewAt: null },
  place: null,
  kinds: ['folder', 'downloads'],
  isStale: true,
  persisted: false,
};
const lapsed: CopyView = {
  ...copyView,
  lastAt: Date.parse('2026-11-19T23:04:00Z'),
  place: { id: 'f1', kind: 'folder', name: 'Pharmacy copies', writable: false },
};

/** The archive as a whole. */
export const archiveStates: Record<string, GalleryState> = {
  'archive-page': { ...size, show: () => at('/archive') },
  'archive-no-copy': { ...size, show: () => at('/archive', { copyView: async () => copyView }) },
  'archive-copy-lapsed': { ...size, show: () => at('/archive', { copyView: async () => lapsed }) },
  'archive-backup': { ...size, show: () => at('/archive'), press: ['Make a backup', 'Make a backup'] },
  'archive-restore': { ...size, show: () => at('/archive'), press: ['Restore a backup'] },
  'archive-purge': {
    ...size,
    show: () =>
      at('/archive', {
        purgeable: async () => ({
          until: '2024-11-20' as PlainDate,
          orders: 312,
          legalHold: false,
          years: 2,
          locations: [],
        }),
      }),
    press: ['Remove them'],
  },
};
