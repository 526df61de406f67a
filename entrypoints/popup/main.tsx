import { createRoot } from 'react-dom/client';
import { Popup } from '@/components/popup/popup';
import type { PopupServices } from '@/components/popup/popup-services';
import { openWorkspace } from '@/wiring/open-workspace';
import { send } from '@/wiring/send';
import { browser } from 'wxt/browser';

const services: PopupServices = {
  send,
  openWorkspace: (path) => void openWorkspace(path).then(() => window.close()),
  async currentSite() {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const url = URL.parse(tab?.url ?? '');
    if (tab?.id === undefined || !url || !/^https?:$/.test(url.protocol)) return null;
    // A match pattern's host has no port here: a grant is for the host.
    const pattern = `${url.protocol}//${url.hostname}/*`;
    const granted = await browser.permissions.contains({ origins: [pattern] });
    return { host: url.host, pattern, granted, tabId: tab.id };
  },
  requestSite: (pattern) => browser.permissions.request({ origins: [pattern] }),
  close: () => window.close(),
};

createRoot(document.getElementById('root') as HTMLElement).render(<Popup services={services} />);
