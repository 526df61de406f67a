import { besideOf, besideViewOf } from './record-fixtures';
import type { GalleryState } from './states';
import { at } from './workspace-at';

const size = { width: 1280, height: 800 };
const paper = besideOf('paper-222');
const loss = besideOf('loss');

export const recordStates: Record<string, GalleryState> = {
  'workspace-records': {
    ...size,
    show: () =>
      at('/records', { besideRecords: async () => [loss, paper, besideOf('return', { reference: null })] }),
  },
  'workspace-records-empty': { ...size, show: () => at('/records') },
  'workspace-record-new': { ...size, show: () => at('/records/new/paper-222') },
  'workspace-record-paper': {
    ...size,
    show: () => at('/records/r1', { besideRecord: async () => besideViewOf(paper) }),
  },
  'workspace-record-loss': {
    ...size,
    show: () => at('/records/r1', { besideRecord: async () => besideViewOf(loss) }),
  },
  'workspace-record-receive': {
    ...size,
    show: () => at('/records/r1', { besideRecord: async () => besideViewOf(paper) }),
    press: ['Record receipt'],
  },
  'workspace-record-notice': {
    ...size,
    show: () => at('/records/r1', { besideRecord: async () => besideViewOf(loss) }),
    press: ['DEA was told'],
  },
};
