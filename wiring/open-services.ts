import type { Services } from '@/components/page/services';
import { openDesk } from '@/lib/desk';
import { hearLocks, unlockInWindow } from '@/lib/signing';
import { browser } from 'wxt/browser';
import { chooseFile } from './choose-file';
import { openPfxInWorker } from './open-pfx-in-worker';
import { openPorts } from './open-ports';
import { saveFile } from './save-file';
import { send } from './send';
import { startPfxWorker } from './start-pfx-worker';

/** Everything that the sign window and the workspace stand on. */
export async function openServices(): Promise<Services> {
  const ports = await openPorts();
  return {
    desk: openDesk({ ...ports, openPfx: openPfxInWorker(startPfxWorker) }),
    send,
    clock: ports.clock,
    unlock: (key, signal) =>
      unlockInWindow({ vault: ports.vault, wake: () => send('due.get', {}) }, key, signal),
    onLocked: hearLocks,
    saveFile,
    chooseFile,
    sites: {
      request: (patterns) => browser.permissions.request({ origins: [...patterns] }),
      granted: (patterns) => browser.permissions.contains({ origins: [...patterns] }),
    },
    tokenHelper: { allow: () => browser.permissions.request({ permissions: ['nativeMessaging'] }) },
  };
}
