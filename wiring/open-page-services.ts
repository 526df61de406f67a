import type { PageServices } from '@/components/page/page-services';
import { openSignDesk, type DeskPorts } from '@/lib/desk';
import { hearLocks, unlockInWindow } from '@/lib/signing';
import { browser } from 'wxt/browser';
import { openPorts } from './open-ports';
import { saveFile } from './save-file';
import { send } from './send';

/** Everything but the desk. */
export function pageServices({ vault, clock }: DeskPorts): Omit<PageServices, 'desk'> {
  return {
    send,
    clock,
    unlock: (key, signal) => unlockInWindow({ vault, wake: () => send('due.get', {}) }, key, signal),
    onLocked: hearLocks,
    saveFile,
    tokenHelper: { allow: () => browser.permissions.request({ permissions: ['nativeMessaging'] }) },
  };
}

/** Everything that the sign window stands on. */
export async function openPageServices(): Promise<PageServices> {
  const ports = await openPorts();
  return { ...pageServices(ports), desk: openSignDesk(ports) };
}
