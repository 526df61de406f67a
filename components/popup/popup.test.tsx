// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { DueView } from '@/lib/desk';
import { fakePopup, fakeSend, never } from '@/tests/gallery/fake-desk';
import { dueOfEachKind, dueView, nothingDue } from '@/tests/gallery/fixtures';
import { Popup } from './popup';
import type { PopupServices } from './popup-services';

afterEach(cleanup);

function show(view: DueView, changes: Partial<PopupServices> = {}) {
  const services = fakePopup({ send: fakeSend({ 'due.get': async () => view }), ...changes });
  render(<Popup services={services} />);
  return services;
}

const buttons = () =>
  screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent);

describe('popup', () => {
  it('lists what is due most urgent first, and only the first action is primary', async () => {
    show(dueView);
    const due = await screen.findByRole('heading', { name: '2 things are due' });
    const rows = within(due.parentElement as HTMLElement).getAllByRole('listitem');
    expect(rows.map((row) => row.querySelector('.level')?.textContent)).toEqual(['Overdue', 'Due today']);
    expect(screen.getByRole('heading', { name: 'Not yet due: 1 thing' })).toBeTruthy();
    const primary = document.querySelectorAll('.button-primary');
    expect(primary).toHaveLength(1);
    expect(primary[0]?.getAttribute('aria-label')).toBe('Record receipt 26X100187');
  });

  it('counts as the badge does: what is put off stands below, with its day', async () => {
    show(dueOfEachKind);
    const due = await screen.findByRole('heading', { name: '7 things are due' });
    expect(within(due.parentElement as HTMLElement).getAllByRole('listitem')).toHaveLength(
      dueOfEachKind.summary.due.length,
    );
    const later = screen.getByRole('heading', { name: 'Not yet due: 2 things' });
    expect(within(later.parentElement as HTMLElement).getByText(/^Put off until /)).toBeTruthy();
  });

  it('shows the months of what is out of the usual, their figures for those who don’t see them, and a limit that is near', async () => {
    show(dueView);
    const watch = within((await screen.findByText('Out of the usual')).parentElement as HTMLElement);
    const [first] = watch.getAllByRole('img');
    expect(first?.getAttribute('aria-label')).toContain('2900, 3000, 4200');
    expect(first?.innerHTML.match(/M\d+ 20v-/g)).toHaveLength(13);
    expect(first?.outerHTML.length).toBeLessThan(1_000);
    expect(watch.getAllByText(/of your limit/).map((said) => said.textContent)).toEqual([
      'This month stands at 84% of your limit.',
    ]);
  });

  it('sends one due.get and nothing else', async () => {
    const send = vi.fn(fakeSend({ 'due.get': async () => dueView }));
    show(dueView, { send });
    await screen.findByText('Ready to sign: 1 order');
    expect(send.mock.calls).toEqual([['due.get', {}]]);
  });

  it('leads a receipt to its receive page', async () => {
    const openWorkspace = vi.fn();
    show(dueView, { openWorkspace });
    await userEvent.click(await screen.findByRole('button', { name: 'Record receipt 26X100187' }));
    expect(openWorkspace).toHaveBeenCalledWith('/receive/o1');
  });

  it('opens the sign window of a waiting request, then closes', async () => {
    const close = vi.fn();
    const open = vi.fn(async () => {});
    show(dueView, { close, send: fakeSend({ 'due.get': async () => dueView, 'sign.open': open }) });
    await userEvent.click(await screen.findByRole('button', { name: 'Review and sign 26X100208' }));
    expect(open).toHaveBeenCalledWith({ requestId: 'request-1' });
    expect(close).toHaveBeenCalled();
  });

  it('says so when nothing is due', async () => {
    show(nothingDue);
    expect(await screen.findByText('Nothing is due')).toBeTruthy();
    expect(document.querySelector('.button-primary')).toBeNull();
  });

  it('makes set-up the primary action while it is missing', async () => {
    show({ ...dueView, setupMissing: ['certificate'] });
    await screen.findByText('Set-up isn’t finished: 1 step is left');
    const primary = [...document.querySelectorAll('.button-primary')].map((button) => button.textContent);
    expect(primary).toEqual(['Finish set-up']);
  });

  it('keeps its place while loading', () => {
    render(<Popup services={fakePopup({ send: fakeSend({ 'due.get': () => never() }) })} />);
    expect(screen.getByRole('status').textContent).toContain('Loading');
    expect(buttons()).toEqual(['Open workspace']);
  });

  it('keeps its way to the workspace on one line: only the sentence beside it may wrap', () => {
    const style = document.createElement('style');
    style.textContent = readFileSync('components/popup/popup.css', 'utf8');
    document.head.append(style);
    show(nothingDue);
    const open = getComputedStyle(screen.getByRole('button', { name: 'Open workspace' }));
    const nature = getComputedStyle(screen.getByText('Independently built, unaudited software.'));
    expect(open.whiteSpace).toBe('nowrap');
    expect(open.flexShrink).toBe('0');
    expect(nature.whiteSpace).not.toBe('nowrap');
    style.remove();
  });

  it('says what failed, and tries again', async () => {
    let turn = 0;
    const answer = async () => {
      turn += 1;
      if (turn === 1) throw new CountersignError('archive/unavailable', { detail: 'blocked' });
      return nothingDue;
    };
    render(<Popup services={fakePopup({ send: fakeSend({ 'due.get': answer }) })} />);
    expect((await screen.findByRole('alert')).textContent).toContain('can’t be opened (blocked)');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing is due')).toBeTruthy();
  });

  it('asks for the current site and tells the background once it is granted', async () => {
    const changed = vi.fn(async () => {});
    const request = vi.fn(async () => true);
    const site = { host: 'orders.example', pattern: 'https://orders.example/*', granted: false, tabId: 7 };
    const currentSite = vi.fn(async () => ({ ...site, granted: request.mock.calls.length > 0 }));
    show(nothingDue, {
      currentSite,
      requestSite: request,
      send: fakeSend({ 'due.get': async () => nothingDue, 'sites.changed': changed }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Allow Countersign on this site' }));
    expect(request).toHaveBeenCalledWith('https://orders.example/*');
    expect(changed).toHaveBeenCalledTimes(1);
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Allow Countersign on this site' })).toBeNull(),
    );
  });

  it('tells nobody when the site was denied', async () => {
    const changed = vi.fn(async () => {});
    show(nothingDue, {
      currentSite: async () => ({
        host: 'a.example',
        pattern: 'https://a.example/*',
        granted: false,
        tabId: 7,
      }),
      requestSite: async () => false,
      send: fakeSend({ 'due.get': async () => nothingDue, 'sites.changed': changed }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Allow Countersign on this site' }));
    expect(changed).not.toHaveBeenCalled();
  });
});
