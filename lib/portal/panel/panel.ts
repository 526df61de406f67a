import { say } from '@/lib/words/page';
import { button, panelBody } from './body';
import type { PanelActs } from './body';
import { element } from './element';
import { corners, freeCorner } from './free-corner';
import type { Corner } from './free-corner';
import { moveBy } from './move-by';
import { obstacles } from './obstacles';
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
  /** One sentence in place of everything, such as that the page has to be reloaded. */
  end(sentence: string): void;
}

export interface PanelOptions {
  readonly acts: PanelActs;
  readonly place: PanelPlace;
  readonly onPlace: (place: PanelPlace) => void;
  readonly signal: AbortSignal;
}

/** A small region in a corner of the supplier's page, in a closed shadow root, off the page's own buttons. */
export function createPanel(document: Document, options: PanelOptions): Panel {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  applyStyle(root);
  const frame = element('section', { class: 'panel', role: 'region', 'aria-label': say('panel.region') });
  root.append(frame);
  let { corner, collapsed } = options.place;
  let content: PanelContent | null = null;
  let drawn = '';
  let isBusy = false;

  const draw = () => {
    const next = JSON.stringify([content, isBusy, collapsed, corner]);
    if (next === drawn && host.isConnected) return settle();
    drawn = next;
    if (!content) return host.remove();
    const focused = (root.activeElement as HTMLElement | null)?.dataset.key;
    frame.replaceChildren(bar(content), ...(collapsed ? [] : [panelBody(content, options.acts, isBusy)]));
    frame.toggleAttribute('data-small', collapsed);
    if (!host.isConnected) document.documentElement.append(host);
    settle();
    if (focused)
      [...frame.querySelectorAll<HTMLElement>('[data-key]')]
        .find((made) => made.dataset.key === focused)
        ?.focus();
  };

  /** Leaves the corner where it would cover one of the page's buttons; where all are taken it becomes small. */
  const settle = () => {
    const { width, height } = frame.getBoundingClientRect();
    const view = { width: window.innerWidth, height: window.innerHeight };
    const free = freeCorner(corner, { width, height }, view, obstacles(document));
    frame.dataset.corner = free ?? corner;
    if (free !== null || collapsed) return;
    frame.querySelector('.body')?.remove();
    frame.toggleAttribute('data-small', true);
    drawn = '';
  };

  const place = (next: Partial<PanelPlace>) => {
    corner = next.corner ?? corner;
    collapsed = next.collapsed ?? collapsed;
    options.onPlace({ corner, collapsed });
    draw();
  };

  const bar = (view: PanelContent) => {
    const due = view.unreceived.length;
    const isOpen = !collapsed;
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
      collapsed &&
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
  window.addEventListener('resize', () => content && settle(), { signal: options.signal });
  options.signal.addEventListener('abort', () => host.remove(), { once: true });

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
      };
      collapsed = false;
      isBusy = false;
      draw();
    },
  };
}
