import { browser } from 'wxt/browser';

/**
 * What the organisation set for this extension by policy, unchecked; empty where it set nothing. Firefox has no managed storage
 * then, and says so by an error.
 */
export async function managedPolicy(): Promise<unknown> {
  return browser.storage.managed.get(null).catch(() => ({}));
}
