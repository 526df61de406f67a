// @vitest-environment happy-dom
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import type { SeenLine } from '@/lib/portal';
import { countingOn } from '@/lib/portal/count';

/** Until React has drawn what its state holds. */
const settle = () => new Promise<void>((done) => setTimeout(done, 50));

const NDC = '99901-0110-01';

/** A receiving form whose fields show only what the form's own state holds; more than was shipped isn't taken. */
function Form({ shipped }: { readonly shipped: number }) {
  const [packages, setPackages] = useState('');
  const [date, setDate] = useState('');
  return h(
    'form',
    null,
    h(
      'div',
      { 'data-row': '' },
      h('input', {
        'aria-label': 'Received quantity',
        value: packages,
        onChange: (event: { target: { value: string } }) =>
          setPackages((before) => (Number(event.target.value) > shipped ? before : event.target.value)),
      }),
      h('input', {
        'aria-label': 'Date received',
        placeholder: 'MM/DD/YYYY',
        value: date,
        onChange: (event: { target: { value: string } }) => setDate(event.target.value),
      }),
      h('input', { type: 'checkbox', 'aria-label': 'Received in full' }),
      h('output', null, `${packages} on ${date}`),
    ),
  );
}

test.each([
  [3, '2 on 11/03/2026', []],
  [1, ' on 11/03/2026', [{ lineNumber: 1, what: 'line', why: 'not-taken' }]],
])('a form that React controls, with %i shipped, holds “%s”', async (shipped, said, missed) => {
  document.body.innerHTML = '<main></main>';
  const root = createRoot(document.querySelector('main') as HTMLElement);
  root.render(h(Form, { shipped }));
  await settle();
  const ndc = { text: NDC, label: null, confidence: 1, where: '' };
  const counting = countingOn({
    document,
    rows: () =>
      [...document.querySelectorAll('[data-row]')].map((element) => ({
        element,
        line: { ndc, itemNumber: null, description: null } as unknown as SeenLine,
      })),
    rules: () => undefined,
    settle,
  });
  const count = { lineNumber: 1, packages: 2, date: '2026-11-03', ndc: NDC, itemNumber: null, name: null };
  expect((await counting.write([count])).missed).toEqual(missed);
  expect(document.querySelector('output')?.textContent).toBe(said);
  expect(document.querySelector<HTMLInputElement>('[type=checkbox]')?.checked).toBe(false);
  counting.undo();
  await settle();
  expect(document.querySelector('output')?.textContent).toBe(' on ');
  root.unmount();
});
