import { archiveStates } from './archive-states';
import { inspectionStates } from './inspection-states';
import { keyStates } from './key-states';
import { monitoringStates } from './monitoring-states';
import { orderActStates } from './order-act-states';
import { popupStates } from './popup-states';
import { productStates } from './product-states';
import { recordStates } from './record-states';
import { signStates } from './sign-states';
import { signTokenStates } from './sign-token-states';
import type { GalleryState } from './states';
import { tokenStates } from './token-states';
import { workspaceStates } from './workspace-states';

export const allStates: Record<string, GalleryState> = {
  ...popupStates,
  ...signStates,
  ...signTokenStates,
  ...workspaceStates,
  ...recordStates,
  ...monitoringStates,
  ...productStates,
  ...orderActStates,
  ...archiveStates,
  ...inspectionStates,
  ...tokenStates,
  ...keyStates,
};
