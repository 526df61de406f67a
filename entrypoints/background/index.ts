import { limits, oneAtATime, systemClock } from '@/lib/base';
import {
  applyPolicy,
  closeExpired,
  compareClock,
  createCrlStore,
  finishKeyActs,
  openKnownToken,
  refreshCopy,
  refreshLists,
} from '@/lib/desk/background';
import { createDispatcher } from '@/lib/messages/background';
import { createKeySession, receiveKeys } from '@/lib/signing';
import { browser, type Browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { showDue } from './due';
import { createHandlers } from './handlers';
import { createHolds } from './holds';
import { lockWhenIdle } from './lock-when-idle';
import { lockWhenPersonChanges } from './lock-when-person-changes';
import { createLooker } from './looker';
import { openPorts } from '@/wiring/open-ports';
import { managedPolicy } from '@/wiring/managed-policy';
import { onReturn } from './on-return';
import { keepAlarm, repeat } from './repeat';
import { isGrantedSender, registerGate, runGateInOpenTabs } from './sites';
import { createSignWindow } from './sign-window';
import { tellPortals } from './tell-portals';
import { createWaiters } from './waiters';

type Sender = Browser.runtime.MessageSender;

/** Who sends, as the browser says it: one of our own pages, or our script in a granted page. Nobody else is heard. */
async function kindOf(sender: Sender) {
  if (sender.id !== browser.runtime.id) return null;
  if (sender.url?.startsWith(browser.runtime.getURL('/'))) return 'page' as const;
  return sender.tab && (await isGrantedSender(sender)) ? ('content' as const) : null;
}

export default defineBackground(() => {
  const keys = createKeySession(systemClock);
  const opened = openPorts().then((ports) => ({ ports, crls: createCrlStore(ports) }));
  const signWindow = createSignWindow({
    onAwake: () => keys.lockIfIdle(),
    onClosed: () => keys.lock(),
    isOpen: async (requestId) =>
      (await (await opened).ports.archive.request(requestId))?.state.phase === 'open',
  });
  receiveKeys(keys, async (...about) => {
    // At a token's own keypad a login may take longer than a worker lives by itself.
    signWindow.stayAwake();
    return openKnownToken((await opened).ports)(...about);
  });
  const report = (error: unknown) => queueMicrotask(() => reportError(error));
  lockWhenIdle(() => keys.lock());
  lockWhenPersonChanges(() => keys.lock());
  void opened.then(({ ports }) => finishKeyActs(ports)).catch(report);
  const portalsInTurn = oneAtATime();
  const portals = () => void portalsInTurn(() => tellPortals(opened)).catch(report);
  const policyInTurn = oneAtATime();
  const followPolicy = () =>
    void opened
      .then(({ ports }) => policyInTurn(async () => applyPolicy(ports, await managedPolicy())))
      .catch(report)
      .finally(portals);
  followPolicy();
  browser.storage.onChanged.addListener((_, area) => area === 'managed' && followPolicy());
  const waiters = createWaiters(opened);
  const holds = createHolds();
  const looker = createLooker(opened, holds, () => refresh());
  const refresh = () => void opened.then(({ ports }) => showDue(ports)).catch(report);
  // Day 60 may have passed while nobody looked; what is due is computed after it is recorded.
  const catchUp = () =>
    void opened
      .then(({ ports }) => closeExpired(ports))
      .then((closed) => closed > 0 && changed())
      .catch(report)
      .finally(refresh);
  const changed = () => {
    refresh();
    portals();
    void Promise.all([waiters.tell(), looker.refreshPanels()]).catch(report);
  };

  const dispatch = createDispatcher<Sender>(
    browser.runtime.getManifest().version,
    kindOf,
    createHandlers({ opened, keys, signWindow, looker, holds, waiters, changed }),
    report,
  );
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Sender, respond: (answer: unknown) => void) => {
      const answer = dispatch(message, sender);
      if (!answer) return false;
      void answer.then(respond);
      return true;
    },
  );

  const sites = () => void registerGate().catch(report);
  browser.runtime.onInstalled.addListener(sites);
  // Firefox closes the popup at its permission prompt: then this event alone brings the gate to the open tab.
  browser.permissions.onAdded.addListener(() => void registerGate().then(runGateInOpenTabs).catch(report));
  browser.permissions.onRemoved.addListener(sites);
  sites();
  // Nobody who signs at eight should wait for a list that ended at night, or for another's clock; Firefox forgets alarms
  // when it closes.
  const freshLists = () => {
    void opened
      .then(({ ports, crls }) => refreshLists(ports, crls))
      .catch(report)
      .finally(refresh);
    void opened.then(({ ports }) => compareClock(ports)).catch(report);
    void opened
      .then(({ ports }) => refreshCopy(ports))
      .catch(report)
      .finally(refresh);
  };
  const { remindEveryMinutes, crlRefreshEveryMinutes } = limits;
  // After sleep what an alarm missed is computed anew, since all of it follows from state.
  void repeat('reminders', remindEveryMinutes, (late) => {
    catchUp();
    if (late) freshLists();
  }).catch(report);
  void repeat('lists', crlRefreshEveryMinutes, freshLists).catch(report);
  onReturn(() => {
    catchUp();
    void keepAlarm('reminders', remindEveryMinutes).catch(report);
    void keepAlarm('lists', crlRefreshEveryMinutes).catch(report);
  });
  browser.runtime.onStartup.addListener(freshLists);
  catchUp();
});
