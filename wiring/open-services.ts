import type { Services } from '@/components/page/services';
import { openDesk } from '@/lib/desk';
import { browser } from 'wxt/browser';
import { chooseFile } from './choose-file';
import { managedPolicy } from './managed-policy';
import { pageServices } from './open-page-services';
import { openPfxInWorker } from './open-pfx-in-worker';
import { openPorts } from './open-ports';
import { startPfxWorker } from './start-pfx-worker';

/** Everything that the workspace stands on. */
export async function openServices(): Promise<Services> {
  const ports = await openPorts();
  return {
    ...pageServices(ports),
    desk: openDesk({ ...ports, openPfx: openPfxInWorker(startPfxWorker) }),
    chooseFile,
    policy: managedPolicy,
    sites: {
      request: (patterns) => browser.permissions.request({ origins: [...patterns] }),
      granted: (patterns) => browser.permissions.contains({ origins: [...patterns] }),
    },
  };
}
