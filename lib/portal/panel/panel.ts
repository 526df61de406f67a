import { say } from '@/lib/words/page';
import { button, panelBody } from './body';
import type { PanelActs } from './body';
import { element } from './element';
import { corners } from './free-corner';
import type { Corner } from './free-corner';
import { askAboutHold, type HoldQuestion } from './hold-dialog';
import { moveBy } from './move-by';
import { createOwnHost } from './own-host';
import { placePanel } from './place-panel';
import { createPressGuard } from './press-guard';
import { applyStyle } from './style';
import type { PanelContent } from './view';

/** Where the panel stood and whether it was collapsed; the caller keeps it. */
export interface PanelPlace {
  readonly corner: Corner;
  readonly collapsed: boolean;
}

export interface Panel {
  /** The element in the page, so that watching the page can leave it out; its content is closed to the page. */
  readonly host: HTMLElement;
  /** Null hides the panel. */
  show(view: PanelContent | null): void;
  busy(isBusy: boolean): void;
  /** The page may have moved its buttons: covers none of them. */
  settle(): void;
  /** Asks about a press on the page's own submit that was held; a question that stands already is answered by going back. */
  ask(question: HoldQuestion): void;
  /** One sentence in place of everything, such as that the page has to be reloaded. */
  end(sentence: string): void;
}

export interface PanelOptions {
  readonly acts: PanelActs;
  readonly place: PanelPlace;
  readonly onPlace: (place: PanelPlace) => void;
  /** The portal's own submit controls, by its profile: selectors. */
  readonly submits?: () => readonly string[];
  readonly signal: AbortSignal;
}

/** Between two looks for the page's buttons while it scrolls. */
const SCROLL_MS = 80;

/** A small region in a corner of the supplier's page, in a closed shadow root, off the page's own buttons. */
export function createPanel(document: Document, options: PanelOptions): Panel {
  const own = createOwnHost(document);
  const { host } = own;
  const root = host.attachShadow({ mode: 'closed' });
  applyStyle(root);
  const frame = element('section', { class: 'panel', role: 'region', 'aria-label': say('panel.region') });
  root.append(frame);
  const top = element('div', { class: 'part' });
  const middle = element('div', { class: 'part' });
  // Both stay while the rest is drawn anew, or nothing would be read out.
  const status = element('p', { role: 'status', class: 'status' });
  const spoken = element('p', { 'aria-live': 'polite', class: 'spoken' });
  frame.append(top, middle, status, spoken);
  const guard = createPressGuard(own, frame);
  /** A press on what nobody could see does nothing but say so. */
  const ifSeen = (press: MouseEvent, act: () => void) => {
    if (guard.allows(press)) act();
    else tell(status, say('panel.covered'));
  };
  const acts: PanelActs = {
    act: (action, press) => ifSeen(press, () => options.acts.act(action, press)),
    receive: (orderId, press) => ifSeen(press, () => options.acts.receive(orderId, press)),
  };
  let { corner, collapsed } = options.place;
  let content: PanelContent | null = null;
  let drawn = '';
  let isBusy = false;
  let isWhole = true;
  /** As last drawn whole; null while it is collapsed. */
  let whole: { readonly width: number; readonly height: number } | null = null;
  let closeQuestion: (() => void) | null = null;

  const draw = () => {
    const next = JSON.stringify([content, isBusy, collapsed, corner]);
    const stands = host.parentNode === document.documentElement;
    if (next === drawn && stands) return settle();
    drawn = next;
    if (!content) return leave();
    const focused = (root.activeElement as HTMLElement | null)?.dataset.key;
    isWhole = !collapsed;
    fill(content);
    if (!stands) {
      document.documentElement.append(host);
      guard.begin();
    }
    whole = collapsed ? null : frame.getBoundingClientRect();
    settle();
    if (focused) buttonOf(focused)?.focus();
  };

  const fill = (view: PanelContent) => {
    top.replaceChildren(bar(view));
    middle.replaceChildren(
      // Also where the panel is collapsed: nothing else in it matters as much.
      ...(view.alarm ? [element('p', { class: 'alarm' }, view.alarm)] : []),
      ...(isWhole ? [panelBody(view, acts, isBusy)] : []),
    );
    frame.toggleAttribute('data-small', !isWhole);
    tell(status, isBusy ? say('panel.working') : (view.notice ?? ''));
    const loud = view.level === 'caution' || view.level === 'stop';
    tell(
      spoken,
      [view.alarm, view.title, loud ? view.levelWord : null, view.missing].filter(Boolean).join(' '),
    );
  };

  const buttonOf = (key: string) =>
    [...frame.querySelectorAll<HTMLElement>('[data-key]')].find((made) => made.dataset.key === key);

  const leave = () => {
    closeQuestion?.();
    guard.end();
    host.remove();
  };

  const settle = () => {
    if (!content || !host.isConnected) return;
    const view = content;
    placePanel(frame, {
      ...{ corner, whole, submits: options.submits?.() ?? [] },
      show(wanted) {
        if (wanted === isWhole) return;
        isWhole = wanted;
        fill(view);
      },
    });
  };

  const place = (next: Partial<PanelPlace>) => {
    corner = next.corner ?? corner;
    collapsed = next.collapsed ?? collapsed;
    options.onPlace({ corner, collapsed });
    draw();
  };

  const bar = (view: PanelContent) => {
    const due = view.unreceived.length;
    const isOpen = isWhole;
    const move = button(
      { class: 'plain move', 'data-key': 'move', 'aria-label': say('panel.move') },
      '⠿',
      () => place({ corner: corners[(corners.indexOf(corner) + 1) % corners.length] as Corner }),
    );
    moveBy(move, frame, corner, (next) => place({ corner: next }));
    return element(
      'header',
      {},
      move,
      element('span', { class: 'name' }, 'Countersign ', element('span', {}, view.supplierName)),
      !isWhole &&
        due > 0 &&
        element('span', { class: 'small' }, say('panel.unreceivedCount', { count: due })),
      button(
        { class: 'plain', 'data-key': 'toggle', 'aria-expanded': String(isOpen), 'aria-controls': 'body' },
        say(isOpen ? 'panel.collapse' : 'panel.expand'),
        () => place({ collapsed: !collapsed }),
      ),
    );
  };

  frame.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !event.isTrusted || collapsed) return;
    event.stopPropagation();
    place({ collapsed: true });
    frame.querySelector<HTMLElement>('[data-key="toggle"]')?.focus();
  });
  let pause: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(pause);
    pause = setTimeout(settle, SCROLL_MS);
  };
  window.addEventListener('resize', soon, { signal: options.signal });
  // Of any box on the page.
  window.addEventListener('scroll', soon, { capture: true, passive: true, signal: options.signal });
  options.signal.addEventListener(
    'abort',
    () => {
      clearTimeout(pause);
      leave();
    },
    { once: true },
  );

  return {
    host,
    show(view) {
      content = view;
      draw();
    },
    busy(next) {
      isBusy = next;
      draw();
    },
    settle,
    ask(question) {
      closeQuestion?.();
      // Where the page took our element out: a question can only be asked in it.
      draw();
      closeQuestion = askAboutHold(root, own, {
        ...question,
        onDecided(reason) {
          guard.begin();
          question.onDecided(reason);
        },
      });
    },
    end(sentence) {
      if (!content) return;
      content = {
        ...content,
        title: sentence,
        lines: [],
        missing: null,
        hold: null,
        level: 'none',
        actions: [],
        unreceived: [],
        order: null,
        notice: null,
        alarm: null,
      };
      collapsed = false;
      isBusy = false;
      draw();
    },
  };
}

/** Said again only where it changed. */
function tell(region: HTMLElement, text: string): void {
  if (region.textContent !== text) region.textContent = text;
}
