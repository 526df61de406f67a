import { browser } from 'wxt/browser';

/** Runs something when somebody is at the computer again: after a break, a locked screen, a closed lid. */
export function onReturn(run: () => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state === 'active') run();
  });
}
