import { say } from '@/lib/words/teach';
import type { PageField, SeenPage } from '../evidence';
import { element } from '../panel/element';
import { pageFields } from './fields';

const MAX_LINES = 8;

/** What the page reads as with the rules so far: its lines, and the single values that were taught. */
export function readingList(page: SeenPage, taught: readonly PageField[]): HTMLElement {
  const { lines } = page;
  const shown = lines.slice(0, MAX_LINES).map(({ packages, description, ndc, itemNumber }) =>
    element(
      'li',
      {},
      say('teach.line', {
        packages: packages?.text ?? say('teach.unread'),
        name: description?.text ?? ndc?.text ?? itemNumber?.text ?? say('teach.unread'),
      }),
    ),
  );
  const values = pageFields
    .filter((field) => taught.includes(field))
    .map((field) =>
      element(
        'li',
        {},
        say('teach.value', {
          field: say(`teach.field.${field}`),
          text: page[field]?.text ?? say('teach.unread'),
        }),
      ),
    );
  const more = lines.length - shown.length;
  return element(
    'div',
    { role: 'status' },
    element('h2', {}, say('teach.read', { count: lines.length })),
    element(
      'ul',
      {},
      ...shown,
      more > 0 && element('li', { class: 'small' }, say('teach.more', { count: more })),
      ...values,
    ),
    lines.length === 0 && element('p', {}, say('teach.none')),
  );
}
