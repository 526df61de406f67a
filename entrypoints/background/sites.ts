import { oneAtATime } from '@/lib/base';
import { browser, type Browser } from 'wxt/browser';

const GATE = 'gate';

/**
 * Orders come from pages that nobody between can alter: HTTPS, or this very computer (attacks.md 70). A host that was
 * granted for its revocation lists over plain HTTP is none. Fits addresses and match patterns alike.
 */
const SECURE = /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/])/;

/** Which sites the user granted, as match patterns; our own pages need none. */
async function grantedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => SECURE.test(pattern));
}

const inTurn = oneAtATime();

/**
 * Keeps the gate registered for exactly the granted sites: after a grant, after one is taken back, and at every start,
 * since an update forgets dynamic registrations. A click and the browser's own event ask for it at once, so one waits for
 * the other: two registrations in between each other are "Duplicate script ID".
 */
export function registerGate(): Promise<void> {
  return inTurn(updateGate);
}

/** Changed in place and only where something changed: a page that loads in between must not find the gate missing. */
async function updateGate(): Promise<void> {
  const matches = await grantedPatterns();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [GATE] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [GATE] });
    return;
  }
  const gate: Browser.scripting.RegisteredContentScript = {
    id: GATE,
    js: ['gate.js'],
    matches,
    runAt: 'document_idle',
    allFrames: true,
    persistAcrossSessions: false,
  };
  if (!registered) await browser.scripting.registerContentScripts([gate]);
  else if (!sameSet(registered.matches ?? [], matches)) await browser.scripting.updateContentScripts([gate]);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((pattern) => b.includes(pattern));
}

/** A site that was just granted is open already: its tabs get the gate without a reload. */
export async function runGateInOpenTabs(): Promise<void> {
  const patterns = await grantedPatterns();
  const tabs = patterns.length === 0 ? [] : await browser.tabs.query({ url: patterns });
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined
        ? []
        : [browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ['/gate.js'] })],
    ),
  );
}

export async function isGranted(url: string): Promise<boolean> {
  if (!SECURE.test(url)) return false;
  const { protocol, hostname } = new URL(url);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** The frame's own site and the page around it must both be granted (attacks.md 71). */
export async function isGrantedSender(sender: Browser.runtime.MessageSender): Promise<boolean> {
  if (!sender.url || !(await isGranted(sender.url))) return false;
  return sender.frameId === 0 || (sender.tab?.url !== undefined && (await isGranted(sender.tab.url)));
}
