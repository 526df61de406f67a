import { element } from '../panel/element';
import { candidateFor, elementAt, nextCandidate, type Direction } from './candidates';

export interface Picker {
  /** The value under the pointer, or where the arrow keys went; null: none yet. */
  readonly at: Element | null;
  end(): void;
}

interface PickerOptions {
  readonly document: Document;
  readonly host: Element;
  readonly layer: ShadowRoot;
  readonly candidates: readonly Element[];
  readonly onMove: (at: Element | null) => void;
  readonly onPick: (picked: Element) => void;
  readonly onEnd: () => void;
}

const ARROWS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

/**
 * Lets a person pick one value of the page, by pointer or by keyboard. A sheet of our own lies over the page meanwhile, so
 * that no press of the picking reaches the page's controls. Presses count only when a person made them.
 */
export function startPicker(options: PickerOptions): Picker {
  const { document, host, layer, candidates } = options;
  const ended = new AbortController();
  const { signal } = ended;
  const all = new Set(candidates);
  const cover = element('div', { class: 'cover' });
  const box = element('div', { class: 'box' });
  let at: Element | null = null;

  const draw = () => {
    const place = at?.getBoundingClientRect();
    box.hidden = !place;
    if (!place) return;
    const { left, top, width, height } = place;
    box.style.cssText = `left:${left - 3}px;top:${top - 3}px;width:${width + 6}px;height:${height + 6}px`;
  };
  const move = (next: Element | null) => {
    if (next === at) return;
    at = next;
    draw();
    options.onMove(at);
  };
  const under = ({ clientX, clientY }: MouseEvent) =>
    candidateFor(elementAt(document, clientX, clientY, host), all);

  cover.addEventListener('mousemove', (event) => event.isTrusted && move(under(event)), { signal });
  cover.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted) return;
      const picked = under(event);
      move(picked);
      if (picked) options.onPick(picked);
    },
    { signal },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      if (ARROWS.has(event.key)) {
        move(nextCandidate(candidates, at, event.key as Direction));
        at?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        draw();
      } else if (event.key === 'Enter' && at && !isControl(layer.activeElement)) options.onPick(at);
      else if (event.key === 'Escape') options.onEnd();
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
  document.addEventListener('scroll', draw, { capture: true, passive: true, signal });
  window.addEventListener('resize', draw, { signal });
  layer.append(cover, box);
  signal.addEventListener('abort', () => {
    cover.remove();
    box.remove();
  });
  draw();

  return {
    get at() {
      return at;
    },
    end: () => ended.abort(),
  };
}

/** Enter on one of the card's own buttons is that button's. */
function isControl(focused: Element | null): boolean {
  return focused?.localName === 'button' || focused?.localName === 'select';
}
