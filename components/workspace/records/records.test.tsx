// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '@/lib/desk';
import { fakeDesk, fakeServices } from '@/tests/gallery/fake-desk';
import { besideOf, besideViewOf } from '@/tests/gallery/record-fixtures';
import { ServicesProvider } from '../../page/services';
import { NewRecordPage } from './new-record-page';
import { RecordPage } from './record-page';

afterEach(cleanup);

function show(page: React.ReactNode, desk: Partial<Desk>) {
  render(<ServicesProvider value={fakeServices({ desk: fakeDesk(desk) })}>{page}</ServicesProvider>);
  return userEvent.setup();
}

describe('records beside electronic orders', () => {
  it('are entered as typed, by whoever’s PIN it is, and once however often it is tried', async () => {
    const enterRecord = vi.fn<Desk['enterRecord']>();
    enterRecord.mockRejectedValueOnce(new Error('the window lost its answer'));
    enterRecord.mockResolvedValue('record-1');
    const user = show(<NewRecordPage kind="paper-222" />, { enterRecord });
    await user.type(await screen.findByLabelText('Serial number of the form'), '231234567');
    await user.type(screen.getByLabelText('Product and strength'), 'Oxycodone 10 mg');
    await user.selectOptions(screen.getByLabelText('Schedule'), '2');
    await user.type(screen.getByLabelText('Package size'), '100');
    await user.type(screen.getByLabelText('Packages'), '4');
    await user.type(screen.getByLabelText('PIN'), '2468');
    await user.click(screen.getByRole('button', { name: 'Enter this record' }));
    expect((await screen.findByRole('alert')).textContent).toContain('the window lost its answer');
    await user.type(screen.getByLabelText('PIN'), '2468{Enter}');
    await vi.waitFor(() => expect(enterRecord).toHaveBeenCalledTimes(2));
    const [first, second] = enterRecord.mock.calls.map(([act]) => act);
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      pin: '2468',
      record: {
        kind: 'paper-222',
        reference: '231234567',
        lines: [{ name: 'Oxycodone 10 mg', schedule: '2', packageSize: 100, packages: 4, looseUnits: 0 }],
      },
    });
  });

  it('record what was counted; boxes begin empty, and what is left empty isn’t recorded', async () => {
    const receiveRecord = vi.fn<Desk['receiveRecord']>().mockResolvedValue();
    const state = besideOf('paper-222');
    const user = show(<RecordPage recordId={state.id} />, {
      besideRecord: async () => besideViewOf(state),
      receiveRecord,
    });
    await user.click(await screen.findByRole('button', { name: 'Record receipt' }));
    const box = screen.getByLabelText(/^Packages received of line 1/);
    expect((box as HTMLInputElement).value).toBe('');
    await user.type(box, '4');
    await user.type(screen.getByLabelText('PIN'), '2468');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Record receipt' }));
    await vi.waitFor(() => expect(receiveRecord).toHaveBeenCalled());
    expect(receiveRecord.mock.calls[0]?.[0]).toMatchObject({
      id: state.id,
      expectedVersion: 1,
      lines: [{ lineNumber: 1, packages: 4 }],
    });
  });

  it('are not withdrawn without a reason', async () => {
    const withdrawRecord = vi.fn<Desk['withdrawRecord']>().mockResolvedValue();
    const state = besideOf('loss');
    const user = show(<RecordPage recordId={state.id} />, {
      besideRecord: async () => besideViewOf(state),
      withdrawRecord,
    });
    await user.click(await screen.findByRole('button', { name: 'Withdraw' }));
    await user.type(screen.getByLabelText('Why'), 'oops');
    await user.type(screen.getByLabelText('PIN'), '2468{Enter}');
    expect(withdrawRecord).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText('Why'), ': entered twice');
    await user.type(screen.getByLabelText('PIN'), '{Enter}');
    await vi.waitFor(() => expect(withdrawRecord).toHaveBeenCalledTimes(1));
    expect(withdrawRecord.mock.calls[0]?.[0].reason).toBe('oops: entered twice');
  });
});
