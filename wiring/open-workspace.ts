import { browser } from 'wxt/browser';

/** Places where someone may be in the middle of typing: another tab is opened rather than that one sent away. */
const KEPT = ['#/receive', '#/setup'];

/** Shows a place of the workspace, in its tab if one is open. `path` begins with a slash. */
export async function openWorkspace(path: string): Promise<void> {
  const base = browser.runtime.getURL('/workspace.html');
  const url = `${base}#${path}`;
  const tabs = await browser.tabs.query({});
  const open = tabs.find(
    ({ url: at }) => at?.startsWith(base) && !KEPT.some((kept) => at.startsWith(base + kept)),
  );
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true, url });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
