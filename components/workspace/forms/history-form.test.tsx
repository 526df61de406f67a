// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlainDate } from '@/lib/base';
import type { Desk, HistoryImportView, HistoryPreview } from '@/lib/desk';
import { fakeDesk, fakeServices } from '@/tests/gallery/fake-desk';
import { ServicesProvider } from '../../page/services';
import { HistoryForm } from './history-form';

afterEach(cleanup);

const columns = { date: 0, supplier: 1, ndc: null, product: 2, package_size: 3, packages: 4 };
const preview: HistoryPreview = {
  ...{ headers: ['a', 'b', 'c', 'd', 'e'], rows: 1_494, mapping: { columns }, missing: [], first: [] },
};
const imported: HistoryImportView = {
  ...{ id: 'history-1', file: 'last-year.csv', of: { text: 't', mapping: 'm', total: 1_494 } },
  ...{ at: Date.parse('2026-11-20T18:00:00Z'), who: 'ana', whoName: 'Ana Ruiz', lines: 1_494, parts: [0] },
  ...{ from: '2025-01-02' as PlainDate, to: '2025-12-30' as PlainDate, suppliers: ['meridian', 'harbor'] },
  ...{ withdrawn: null, withdrawnBy: null },
};

function show(desk: Partial<Desk>) {
  render(
    <ServicesProvider value={fakeServices({ desk: fakeDesk({ previewHistory: () => preview, ...desk }) })}>
      <HistoryForm />
    </ServicesProvider>,
  );
  return userEvent.setup();
}
const choose = (user: ReturnType<typeof userEvent.setup>) =>
  user.upload(screen.getByLabelText('History file'), new File(['x'], 'more.csv', { type: 'text/csv' }));

describe('a file of earlier orders', () => {
  it('says before it is imported how much of it seems to be here', async () => {
    const importHistory = vi.fn<Desk['importHistory']>(async () => ({
      ...{ taken: [], refused: [], refusedCsv: null },
    }));
    const user = show({
      historyOverlap: async () => ({ lines: 1_494, alike: 312, known: null }),
      importHistory,
    });
    expect(await screen.findByText('Nothing was imported yet.')).toBeTruthy();
    await choose(user);
    expect(await screen.findByText(/312 of these 1,494 lines look like lines that are here/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Import nevertheless' }));
    await waitFor(() => expect(importHistory).toHaveBeenCalledTimes(1));
  });

  it('that is here already can’t be imported again', async () => {
    const user = show({ historyOverlap: async () => ({ lines: 1_494, alike: 1_494, known: imported }) });
    await choose(user);
    expect(await screen.findByText(/This very file is here already: Ana Ruiz imported it/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import history' }).disabled).toBe(true);
  });

  it('stands in the list with what it covers, and is withdrawn by keyboard with a reason', async () => {
    const withdrawHistory = vi.fn<Desk['withdrawHistory']>(async () => {});
    let list = [imported];
    const user = show({ historyImports: async () => list, withdrawHistory });
    const row = (await screen.findByText('last-year.csv')).closest('tr');
    expect(row?.textContent).toContain('1,494');
    expect(row?.textContent).toContain('meridian, harbor');
    screen.getByRole('button', { name: 'Withdraw the import of last-year.csv' }).focus();
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog'));
    const who = dialog.getByLabelText<HTMLSelectElement>('Who does this');
    await waitFor(() => expect(who.value).toBe('ana'));
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(withdrawHistory).not.toHaveBeenCalled();
    await user.type(dialog.getByLabelText('Why'), 'the wrong column');
    const withdrawn = { at: imported.at, who: 'ana', reason: 'the wrong column' };
    list = [{ ...imported, withdrawn, withdrawnBy: 'Ana Ruiz' }];
    await user.type(dialog.getByLabelText('PIN'), '{Enter}');
    expect(withdrawHistory.mock.lastCall?.[0]).toMatchObject({
      ...{ importId: 'history-1', reason: 'the wrong column', personId: 'ana', pin: '4711' },
    });
    expect(await screen.findByText(/Withdrawn on .* by Ana Ruiz: the wrong column/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Withdraw the import/ })).toBeNull();
  });
});
