// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Desk } from '@/lib/desk';
import { besideKinds } from '@/lib/order';
import { say } from '@/lib/words';
import { fakeDesk, fakeServices } from '@/tests/gallery/fake-desk';
import { locations } from '@/tests/gallery/pharmacy-fixtures';
import { besideOf, besideViewOf } from '@/tests/gallery/record-fixtures';
import { ServicesProvider } from '../../page/services';
import { NewRecordPage } from './new-record-page';
import { RecordPage } from './record-page';

afterEach(cleanup);

function show(page: React.ReactNode, desk: Partial<Desk>) {
  render(<ServicesProvider value={fakeServices({ desk: fakeDesk(desk) })}>{page}</ServicesProvider>);
  return userEvent.setup();
}
type User = ReturnType<typeof userEvent.setup>;

/** Goes on by Tab until it is there, as hands on a keyboard do. */
async function tabTo(user: User, element: HTMLElement) {
  for (let n = 0; n < 60 && document.activeElement !== element; n += 1) await user.tab();
  expect(document.activeElement).toBe(element);
}

async function asked(user: User, button: string) {
  await tabTo(user, await screen.findByRole('button', { name: button }));
  await user.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog'));
  const who = dialog.getByLabelText<HTMLSelectElement>('Who does this');
  await waitFor(() => expect(who.value).toBe('ana'));
  return dialog;
}
async function confirm(user: User, pin: HTMLElement) {
  await tabTo(user, pin);
  await user.keyboard('4711{Enter}');
}

/** The forms are the same for all kinds; what differs is entered for each. */
describe.each(besideKinds)('%s, by keyboard alone', (kind) => {
  it('is entered', async () => {
    const enterRecord = vi.fn<Desk['enterRecord']>().mockResolvedValue('record-1');
    const user = show(<NewRecordPage kind={kind} />, { enterRecord });
    const reference = await screen.findByLabelText(say(`record.reference.${kind}`));
    await tabTo(user, reference);
    await user.keyboard('231234567');
    await tabTo(user, screen.getByLabelText('Product and strength'));
    await user.keyboard('Oxycodone 10 mg');
    await tabTo(user, screen.getByLabelText('Packages'));
    await user.keyboard('4');
    await confirm(user, screen.getByLabelText('PIN'));
    await waitFor(() => expect(enterRecord).toHaveBeenCalledTimes(1));
    expect(enterRecord.mock.lastCall?.[0]).toMatchObject({
      record: { kind, reference: '231234567', lines: [{ name: 'Oxycodone 10 mg', packages: 4 }] },
    });
  });
});

describe.each(['paper-222', 'loss'] as const)('%s, by keyboard alone', (kind) => {
  it('is corrected and withdrawn', async () => {
    const correctRecord = vi.fn<Desk['correctRecord']>().mockResolvedValue();
    const withdrawRecord = vi.fn<Desk['withdrawRecord']>().mockResolvedValue();
    const files = [{ name: 'form.pdf', type: 'application/pdf', sha256: 'ab'.repeat(32), base64: 'AAAA' }];
    const state = besideOf(kind, { files });
    const besideRecord = async () => besideViewOf(state);
    const user = show(<RecordPage recordId={state.id} />, { besideRecord, correctRecord, withdrawRecord });
    const correcting = await asked(user, 'Correct');
    await tabTo(user, correcting.getByLabelText('Why'));
    await user.keyboard('the number was mistyped');
    await confirm(user, correcting.getByLabelText('PIN'));
    await waitFor(() => expect(correctRecord).toHaveBeenCalledTimes(1));
    // What isn't typed in the form, such as a scanned form, isn't lost by it.
    expect(correctRecord.mock.lastCall?.[0].record.files).toEqual(files);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const withdrawing = await asked(user, 'Withdraw');
    await tabTo(user, withdrawing.getByLabelText('Why'));
    await user.keyboard('it was entered twice');
    await confirm(user, withdrawing.getByLabelText('PIN'));
    await waitFor(() => expect(withdrawRecord).toHaveBeenCalledTimes(1));
  });
});

describe.each(['transfer-in'] as const)('%s, by keyboard alone', (kind) => {
  it('is received, and a receipt taken back', async () => {
    const receiveRecord = vi.fn<Desk['receiveRecord']>().mockResolvedValue();
    const withdrawRecordEntry = vi.fn<Desk['withdrawRecordEntry']>().mockResolvedValue();
    const state = besideOf(kind);
    const besideRecord = async () => besideViewOf(state);
    const user = show(<RecordPage recordId={state.id} />, {
      besideRecord,
      receiveRecord,
      withdrawRecordEntry,
    });
    const receiving = await asked(user, 'Record receipt');
    await confirm(user, receiving.getByLabelText('PIN'));
    expect(receiveRecord).not.toHaveBeenCalled();
    expect(receiving.getByText(/No line has a quantity yet/)).toBeTruthy();
    receiving.getByLabelText(/^Packages received of line 1/).focus();
    await user.keyboard('4');
    await tabTo(user, receiving.getByLabelText('PIN'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(receiveRecord).toHaveBeenCalledTimes(1));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const taking = await asked(user, 'Take back');
    await tabTo(user, taking.getByLabelText('Why'));
    await user.keyboard('another order’s goods');
    await confirm(user, taking.getByLabelText('PIN'));
    await waitFor(() => expect(withdrawRecordEntry).toHaveBeenCalledTimes(1));
    expect(withdrawRecordEntry.mock.lastCall?.[0]).toMatchObject({ entry: 'x/2' });
  });
});

describe('a loss, by keyboard alone', () => {
  it('is told to DEA, and its form sent', async () => {
    const recordLossNotice = vi.fn<Desk['recordLossNotice']>().mockResolvedValue();
    const recordForm106 = vi.fn<Desk['recordForm106']>().mockResolvedValue();
    const state = besideOf('loss');
    const besideRecord = async () => besideViewOf(state);
    const user = show(<RecordPage recordId={state.id} />, { besideRecord, recordLossNotice, recordForm106 });
    const telling = await asked(user, 'DEA was told');
    expect(telling.getByText('21 CFR 1301.76(b)')).toBeTruthy();
    await tabTo(user, telling.getByLabelText('How'));
    await user.keyboard('e-mail to the field office');
    await confirm(user, telling.getByLabelText('PIN'));
    await waitFor(() => expect(recordLossNotice).toHaveBeenCalledTimes(1));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const sending = await asked(user, 'Form 106 was sent');
    await confirm(user, sending.getByLabelText('PIN'));
    await waitFor(() => expect(recordForm106).toHaveBeenCalledTimes(1));
  });
});

describe('a record of one of several locations', () => {
  it('is the chosen one’s, unless another is said', async () => {
    const enterRecord = vi.fn<Desk['enterRecord']>().mockResolvedValue('record-1');
    const user = show(<NewRecordPage kind="loss" />, { enterRecord, registrants: async () => locations });
    const owner = await screen.findByLabelText<HTMLSelectElement>('Whose record this is');
    const [first, second] = locations.map(({ deaNumber }) => deaNumber);
    expect(owner.value).toBe(first);
    await user.selectOptions(owner, second ?? '');
    await user.type(screen.getByLabelText('Product and strength'), 'Oxycodone 10 mg');
    await user.type(screen.getByLabelText('Packages'), '1');
    await user.type(screen.getByLabelText('PIN'), '4711{Enter}');
    await waitFor(() => expect(enterRecord).toHaveBeenCalledTimes(1));
    expect(enterRecord.mock.lastCall?.[0].registrant).toBe(second);
  });
});
