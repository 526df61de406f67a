import { HOST_NAME } from '@/lib/host';
import type { NativeDoor } from '@/lib/signing';
import { browser } from 'wxt/browser';

/** The browser's way to the native host. Chromium says why a port ended in `lastError`, Firefox in the port itself. */
export const nativeDoor: NativeDoor = {
  mayConnect: () => browser.permissions.contains({ permissions: ['nativeMessaging'] }),
  connect() {
    const port = browser.runtime.connectNative(HOST_NAME);
    return {
      post: (message) => port.postMessage(message),
      onMessage: (heard) => port.onMessage.addListener((message: unknown) => heard(message)),
      onDisconnect: (ended) =>
        port.onDisconnect.addListener((closed) => {
          const own = (closed as { readonly error?: { readonly message?: string } | null }).error;
          ended(own?.message ?? browser.runtime.lastError?.message ?? null);
        }),
      close: () => port.disconnect(),
    };
  },
};
