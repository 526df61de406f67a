// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '@/lib/desk';
import { fakeDesk, fakeServices } from '@/tests/gallery/fake-desk';
import { dueOfEachKind } from '@/tests/gallery/fixtures';
import { ServicesProvider } from '../page/services';
import { TodayPage } from './today-page';

afterEach(cleanup);

function show(changes: Partial<Desk> = {}) {
  const desk = fakeDesk({ due: async () => dueOfEachKind, ...changes });
  render(
    <ServicesProvider value={fakeServices({ desk })}>
      <TodayPage />
    </ServicesProvider>,
  );
  return userEvent.setup();
}

describe('today', () => {
  it('offers to put off what may wait, and nothing that the law counts in hours', async () => {
    show();
    await screen.findByText(/The order was lost/);
    // Seven are due; the departed holder and the notice of a loss can't wait.
    expect(screen.getAllByRole('button', { name: /^Put off/ })).toHaveLength(5);
    expect(screen.getByRole('heading', { name: /^Not yet due, or put off: 2/ })).toBeTruthy();
  });

  it('asks until when, why and who, and records nothing before', async () => {
    const snooze = vi.fn(async () => {});
    const user = show({ snooze });
    await user.click(await screen.findByRole('button', { name: 'Put off… 26X100187' }));
    const dialog = within(screen.getByRole('dialog'));
    await user.type(await dialog.findByLabelText('PIN'), '2468');
    await user.click(dialog.getByRole('button', { name: 'Put off' }));
    expect(dialog.getByText('Enter a reason of at least 10 characters.')).toBeTruthy();
    expect(snooze).not.toHaveBeenCalled();
    await user.type(dialog.getByLabelText('Why'), 'the courier comes tomorrow');
    await user.type(dialog.getByLabelText('PIN'), '2468');
    await user.click(dialog.getByRole('button', { name: 'Put off' }));
    expect(snooze).toHaveBeenCalledWith(
      expect.objectContaining({
        key: 'receipt:o1',
        until: '2026-11-25',
        reason: 'the courier comes tomorrow',
      }),
    );
  });
});
