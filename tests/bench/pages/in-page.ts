import { detect, detectInSlices } from '@/lib/portal/detect';
import { watchForOrder } from '@/lib/portal/gate';
import { mayBeOrder } from '@/lib/portal/gate/may-be-order';
import { runDetector } from '@/lib/portal/detector';
import { drawBatch, orderPage, plainPage, wallOfFields } from './scenes';

/** What watches the page while it draws: nobody, an observer that only collects, or ours. */
export type Watcher = 'nobody' | 'collector' | 'gate' | 'detector';

/** What the bench asks of a page, one after the other. Times in milliseconds. */
export interface PageBench {
  gate(nodes: number, rounds: number): Promise<readonly number[]>;
  /** Draws 200 batches on a page of so many nodes: what a batch costs the page altogether, observers included. */
  batches(nodes: number, watcher: Watcher): Promise<number>;
  detection(lines: number, rounds: number): Promise<readonly number[]>;
  /** The longest stretch for which the page could do nothing, and how long reading took. */
  longestTask(lines: number, besides: number): Promise<{ readonly longest: number; readonly whole: number }>;
  wall(fields: number, rounds: number): Promise<readonly number[]>;
  /** Goes to and fro between an order form and another page, so often; each time the page is read. */
  navigate(times: number): Promise<void>;
}

const BATCHES = 200;
const nextTask = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
/** The browser has laid out what there is: as of a page that one looks at. */
const drawn = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Longer than a page has to be silent before it is looked at. */
const PAUSE_MS = 400;
/** What was spent in timers: what a watcher puts off counts too. */
let spentLater = 0;
const later = globalThis.setTimeout;
globalThis.setTimeout = ((work: () => void, ms?: number) =>
  later(() => {
    const from = performance.now();
    work();
    spentLater += performance.now() - from;
  }, ms)) as typeof setTimeout;
const timed = (rounds: number, work: () => unknown) =>
  Array.from({ length: rounds }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });

function detector(end: AbortController): void {
  runDetector(
    document,
    {
      seen: () => Promise.resolve(null),
      act: () => Promise.resolve(null),
      receive: () => Promise.resolve(),
      teach: () => Promise.resolve(),
      gone: () => Promise.resolve(),
      held: () => Promise.resolve(),
      submitAnyway: () => Promise.resolve(null),
      isAlive: () => true,
      asksItself: () => false,
      canUndoCounts: () => false,
      profile: null,
      place: { corner: 'bottom-right', collapsed: false },
      onPlace: () => undefined,
    },
    end,
  );
}

function watch(watcher: Watcher, end: AbortController): void {
  const collected: Node[] = [];
  switch (watcher) {
    case 'nobody':
      return;
    case 'collector': {
      const observer = new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) collected.push(node);
      });
      observer.observe(document, { childList: true, subtree: true, characterData: true });
      end.signal.addEventListener('abort', () => observer.disconnect());
      return;
    }
    case 'gate':
      return watchForOrder(document, () => Promise.resolve(false), end.signal);
    case 'detector':
      return detector(end);
  }
}

const bench: PageBench = {
  async gate(nodes, rounds) {
    document.body.innerHTML = plainPage(nodes);
    await drawn();
    return timed(rounds, () => mayBeOrder(document));
  },

  async batches(nodes, watcher) {
    document.body.innerHTML = `${plainPage(nodes)}<div id="live"></div>`;
    const live = document.querySelector('#live') as Element;
    const end = new AbortController();
    watch(watcher, end);
    // The gate's first look is at the whole page; what it looks at later is counted. Reading an order is measured by itself.
    if (watcher === 'gate') await pause(PAUSE_MS);
    spentLater = 0;
    const from = performance.now();
    for (let i = 0; i < BATCHES; i++) {
      drawBatch(live, i);
      // Observers are told of a batch before this goes on.
      await Promise.resolve();
    }
    const whole = performance.now() - from;
    if (watcher === 'gate') await pause(PAUSE_MS);
    end.abort();
    return (whole + spentLater) / BATCHES;
  },

  async detection(lines, rounds) {
    document.body.innerHTML = orderPage(lines);
    await drawn();
    return timed(rounds, () => {
      const seen = detect(document);
      if (seen.lines.length !== lines) throw new Error(`${seen.lines.length} lines seen of ${lines}`);
    });
  },

  async longestTask(lines, besides) {
    document.body.innerHTML = orderPage(lines) + plainPage(besides);
    await drawn();
    let longest = 0;
    let isDone = false;
    const beat = async () => {
      for (let from = performance.now(); !isDone;) {
        await nextTask();
        const now = performance.now();
        longest = Math.max(longest, now - from);
        from = now;
      }
    };
    const from = performance.now();
    const beating = beat();
    await detectInSlices(document, { signal: new AbortController().signal });
    const whole = performance.now() - from;
    isDone = true;
    await beating;
    return { longest, whole };
  },

  async wall(fields, rounds) {
    document.body.innerHTML = wallOfFields(fields);
    await drawn();
    return timed(rounds, () => detect(document));
  },

  async navigate(times) {
    const end = new AbortController();
    document.body.innerHTML = '<div id="app"></div>';
    const app = document.querySelector('#app') as Element;
    watchForOrder(document, () => Promise.resolve(false), end.signal);
    detector(end);
    for (let i = 0; i < times; i++) {
      history.replaceState(null, '', `#/${i % 2 ? 'order' : 'news'}/${i}`);
      app.innerHTML = i % 2 ? orderPage(40) : plainPage(2_000);
      await pause(600);
    }
    document.body.replaceChildren();
    end.abort();
    await pause(600);
  },
};
Object.assign(globalThis, { pageBench: bench });
