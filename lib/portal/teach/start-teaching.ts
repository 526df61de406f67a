import { faultOf } from '@/lib/base/light';
import { say } from '@/lib/words/teach';
import { detect } from '../detect';
import { createReader } from '../detect/reader';
import type { LineField, PageField } from '../evidence';
import { button } from '../panel/body';
import { element } from '../panel/element';
import { createOwnHost } from '../panel/own-host';
import { createPressGuard } from '../panel/press-guard';
import { applyStyle } from '../panel/style';
import type { PortalProfile } from '../profiles/profile';
import type { ReadingRules } from '../profiles/rules';
import { candidatesOf } from './candidates';
import { isLineField, likelyField, lineFields, pageFields } from './fields';
import { generaliseLine, generalisePage } from './generalise';
import { markAll } from './marks';
import { startPicker } from './picker';
import { readingList } from './reading-list';
import { TEACH_STYLE } from './style';
import { createTeaching } from './teaching';

export interface TeachPorts {
  /** What is known of this portal; null: nothing. */
  readonly profile: PortalProfile | null;
  /** Rejects with the background's fault. */
  readonly keep: (reading: ReadingRules) => Promise<{ readonly supplier: string }>;
}

const MAX_SHOWN = 80;
const NOBODY = {
  name: null,
  deaNumber: null,
  address: { street: null, street2: null, city: null, state: null, postalCode: null },
} as const;

/**
 * Teaching: a person points at a value and says what it is; it is generalised to its column, what the page then reads as is
 * shown, and kept only at their word. Lives in a closed shadow root; nothing of the page is pressed or changed.
 */
export function startTeaching(document: Document, ports: TeachPorts, end: AbortController): void {
  const own = createOwnHost(document);
  const { host } = own;
  const layer = host.attachShadow({ mode: 'closed' });
  applyStyle(layer, TEACH_STYLE);
  const card = element('section', {
    class: 'card',
    role: 'dialog',
    'aria-label': say('teach.region'),
    'data-at': 'bottom',
    tabindex: '-1',
  });
  layer.append(card);
  document.documentElement.append(host);
  const guard = createPressGuard(own, card);
  guard.begin();
  const focused = document.activeElement;
  const teaching = createTeaching(ports.profile?.reading ?? {});
  /** Ends what the present step drew and listens to. */
  let step = new AbortController();

  const show = (...content: readonly (Node | string | null | false)[]) => {
    step.abort();
    step = new AbortController();
    card.replaceChildren(...content.filter((part) => part !== null && part !== false));
    card.focus();
  };
  const leave = () => end.abort();
  const moving = () =>
    button({}, say('teach.move'), () => {
      card.dataset.at = card.dataset.at === 'top' ? 'bottom' : 'top';
    });
  const leaving = () => button({}, say('teach.leave'), leave);
  const undoing = () =>
    teaching.steps > 0 &&
    button({}, say('teach.undo'), () => {
      teaching.undo();
      if (teaching.steps > 0) showReading([]);
      else pick();
    });

  const pick = () => {
    const at = element('p', { class: 'small', role: 'status' });
    show(
      element('h2', {}, say('teach.pick')),
      element('p', { class: 'small' }, say('teach.pick-keys')),
      at,
      element('div', { class: 'actions' }, moving(), undoing(), leaving()),
    );
    const reader = createReader(document);
    const picker = startPicker({
      document,
      host,
      layer,
      candidates: candidatesOf(document, reader),
      onMove: (next) => {
        at.textContent = next ? say('teach.at', { text: textOf(next) }) : '';
      },
      onPick: (picked) => ask(picked),
      onEnd: leave,
    });
    step.signal.addEventListener('abort', () => picker.end(), { once: true });
  };

  const ask = (picked: Element) => {
    const reader = createReader(document);
    const segments = reader.segments(picked);
    const option = (field: LineField | PageField) =>
      element('option', { value: field }, say(`teach.field.${field}`));
    const choice = element('select', { id: 'what' }, ...lineFields.map(option), ...pageFields.map(option));
    choice.value = likelyField(
      textOf(picked),
      segments.some(({ editable }) => editable),
    );
    show(
      element('p', {}, say('teach.picked', { text: textOf(picked) })),
      element('label', { for: 'what' }, say('teach.what')),
      choice,
      element(
        'div',
        { class: 'actions' },
        button({ class: 'main' }, say('teach.show'), () =>
          teach(picked, choice.value as LineField | PageField),
        ),
        button({}, say('teach.repick'), pick),
        moving(),
      ),
    );
    markAll(layer, [picked], step.signal);
    choice.focus();
  };

  const teach = (picked: Element, field: LineField | PageField) => {
    const reader = createReader(document);
    const known = teaching.rules.lines?.row ?? null;
    const said = isLineField(field)
      ? generaliseLine(picked, field, reader, known)
      : generalisePage(picked, field, reader);
    if (!said) {
      show(
        element('p', { role: 'status' }, say('teach.unplaced')),
        element('div', { class: 'actions' }, button({ class: 'main' }, say('teach.repick'), pick), leaving()),
      );
      return;
    }
    teaching.add(said.rules);
    showReading(said.meant);
  };

  const refused = element('p', { role: 'alert' });

  const showReading = (meant: readonly Element[]) => {
    const page = detect(document, { profile: drafted(ports.profile, teaching.rules) });
    refused.textContent = '';
    const taught = Object.keys(teaching.rules.page ?? {}) as PageField[];
    show(
      readingList(page, taught),
      refused,
      element(
        'div',
        { class: 'actions' },
        button({ class: 'main' }, say('teach.keep'), keep),
        button({}, say('teach.another'), pick),
        undoing(),
        moving(),
        leaving(),
      ),
    );
    markAll(layer, meant, step.signal);
  };

  const keep = (press: MouseEvent) => {
    if (!guard.allows(press)) {
      refused.textContent = say('teach.covered');
      return;
    }
    show(element('p', { role: 'status' }, say('teach.keeping')));
    const closing = () =>
      element('div', { class: 'actions' }, button({ class: 'main' }, say('teach.close'), leave));
    ports.keep(teaching.rules).then(
      ({ supplier }) => show(element('p', { role: 'status' }, say('teach.kept', { supplier })), closing()),
      (error: unknown) => show(element('p', { role: 'alert' }, failure(faultOf(error).code)), closing()),
    );
  };

  const textOf = (one: Element) => {
    const text = createReader(document)
      .segments(one)
      .map((segment) => segment.text)
      .join(' ');
    return text === '' ? say('teach.empty') : text.slice(0, MAX_SHOWN);
  };

  card.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.isTrusted) leave();
  });
  end.signal.addEventListener(
    'abort',
    () => {
      step.abort();
      guard.end();
      host.remove();
      if (focused instanceof HTMLElement) focused.focus();
    },
    { once: true },
  );
  pick();
}

/** The profile as it would be: without one, a portal of which only the rules are known. */
function drafted(profile: PortalProfile | null, reading: ReadingRules): PortalProfile {
  return {
    ...(profile ?? { id: 'draft', hosts: [], supplier: NOBODY, mode: 'companion', verified: false }),
    reading,
  };
}

function failure(code: string): string {
  if (code === 'portal/supplier-unknown') return say('teach.failed-supplier');
  if (code === 'portal/set-by-policy') return say('teach.failed-policy');
  return say('teach.failed', { code });
}
