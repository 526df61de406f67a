import { say } from '@/lib/words/page';
import { element } from './element';
import { LEVEL_SHAPE } from './level-shape';
import type { PanelAct, PanelContent } from './view';

const MAX_LINES = 30;

export interface PanelActs {
  readonly act: (action: PanelAct, press: MouseEvent) => void;
  readonly receive: (orderId: string, press: MouseEvent) => void;
}

/** The panel's content under its bar: order, lines with gaps, level, what is unreceived, what can be done. */
export function panelBody(view: PanelContent, acts: PanelActs, busy: boolean): HTMLElement {
  const { order } = view;
  return element(
    'div',
    { class: 'body', id: 'body' },
    element('h2', {}, view.title),
    order &&
      element(
        'p',
        {},
        order.number
          ? say('panel.order', { number: order.number, state: order.state })
          : say('panel.orderWithoutNumber', { state: order.state }),
      ),
    view.missing !== null && element('p', { class: 'gap' }, view.missing),
    view.lines.length > 0 && lineList(view),
    view.level !== 'none' &&
      element(
        'p',
        { class: 'level', 'data-level': view.level },
        element('span', { 'aria-hidden': 'true' }, `${LEVEL_SHAPE[view.level]} `),
        view.levelWord,
      ),
    view.unreceived.length > 0 && dueList(view, acts, busy),
    actions(view, acts, busy),
  );
}

function lineList({ lines }: PanelContent): HTMLElement {
  const shown = lines
    .slice(0, MAX_LINES)
    .map(({ name, ndc, packages, packageSize, schedule, gaps, doubts }) =>
      element(
        'li',
        {},
        element(
          'div',
          { class: 'row' },
          element('span', {}, name),
          element(
            'span',
            { class: 'figure' },
            say('panel.lineOf', { packages: packages ?? '?', size: packageSize ?? '?' }),
          ),
        ),
        element(
          'div',
          { class: 'row small' },
          element('code', {}, ndc ?? ''),
          element('span', {}, schedule ?? ''),
        ),
        ...[...doubts, ...gaps].map((gap) => element('div', { class: 'gap' }, gap)),
      ),
    );
  const more = lines.length - shown.length;
  return element(
    'ul',
    { 'aria-label': say('panel.lines') },
    ...shown,
    more > 0 && element('li', { class: 'small' }, say('panel.more', { count: more })),
  );
}

function dueList({ unreceived }: PanelContent, acts: PanelActs, busy: boolean): HTMLElement {
  return element(
    'ul',
    { class: 'due', 'aria-label': say('panel.unreceivedCount', { count: unreceived.length }) },
    ...unreceived.map(({ orderId, sentence, number }) =>
      element(
        'li',
        {},
        element('p', {}, sentence),
        button(
          {
            'data-key': `receive ${orderId}`,
            'aria-label': `${say('panel.receive')} ${number}`,
            disabled: busy ? '' : null,
          },
          say('panel.receive'),
          (press) => acts.receive(orderId, press),
        ),
      ),
    ),
  );
}

function actions(view: PanelContent, acts: PanelActs, busy: boolean): HTMLElement {
  const offered = view.actions.filter((action): action is PanelAct => action !== 'receive');
  return element(
    'div',
    { class: 'actions' },
    ...offered.map((action, i) =>
      button(
        {
          class: action === 'teach' ? 'link' : i === 0 ? 'main' : null,
          'data-key': action,
          disabled: busy ? '' : null,
        },
        say(`panel.${action}`),
        (press) => acts.act(action, press),
      ),
    ),
  );
}

/** Presses count only when a person made them: a page's script can dispatch clicks, but not trusted ones. */
export function button(
  attributes: Readonly<Record<string, string | null>>,
  text: string,
  onPress: (press: MouseEvent) => void,
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', (event) => {
    if (event.isTrusted) onPress(event);
  });
  return made;
}
