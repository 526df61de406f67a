// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { limits, sha256Hex, utf8 } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { ServicesProvider } from '../../page/services';
import { fakeDesk, fakeServices } from '@/tests/gallery/fake-desk';
import { placeHere } from '@/tests/gallery/fixtures';
import { lifeDesk, lives, viewOfLife } from '@/tests/gallery/order-life-fixtures';
import { OrderPage } from './order-page';

afterEach(cleanup);

async function open(name: keyof typeof lives, changes: Partial<Desk> = {}) {
  const { hook } = memoryLocation({ path: '/orders/o1' });
  render(
    <ServicesProvider value={fakeServices({ desk: fakeDesk({ ...lifeDesk(...lives[name]), ...changes }) })}>
      <Router hook={hook}>
        <OrderPage orderId="o1" />
      </Router>
    </ServicesProvider>,
  );
  await screen.findByRole('heading', { name: 'What happened' });
  return userEvent.setup();
}

/** Opens an act by keyboard, and waits for its people. */
async function asked(user: ReturnType<typeof userEvent.setup>, button: string | RegExp) {
  screen.getByRole('button', { name: button }).focus();
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog');
  const who = within(dialog).getByLabelText<HTMLSelectElement>('Who does this');
  await waitFor(() => expect(who.value).toBe('ana'));
  return within(dialog);
}
const by = { commandId: expect.any(String) as string, orderId: 'o1', personId: 'ana', pin: '4711' };

describe('what no page tells', () => {
  it('is recorded as accepted by keyboard alone', async () => {
    const recordAccepted = vi.fn<Desk['recordAccepted']>(async () => {});
    const user = await open('submitted', { recordAccepted });
    const dialog = await asked(user, 'Record as accepted');
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    await waitFor(() => expect(recordAccepted).toHaveBeenCalledWith({ ...by, expectedVersion: 2 }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is recorded as not accepted, with the supplier’s file', async () => {
    const recordNotAccepted = vi.fn<Desk['recordNotAccepted']>(async () => {});
    const user = await open('submitted', { recordNotAccepted });
    const dialog = await asked(user, 'Record as not accepted');
    const large = new File([new Uint8Array(limits.statementFileMaxBytes + 1)], 'scan.pdf');
    await user.upload(dialog.getByLabelText('File (if there is one)'), large);
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(dialog.getByText(/scan.pdf is larger than 5 MB/)).toBeTruthy();
    expect(recordNotAccepted).not.toHaveBeenCalled();
    const letter = new File(['We can’t take it.'], 'letter.txt', { type: 'text/plain' });
    await user.upload(dialog.getByLabelText('File (if there is one)'), letter);
    await user.type(dialog.getByLabelText('PIN'), '{Enter}');
    await waitFor(() => expect(recordNotAccepted).toHaveBeenCalledTimes(1));
    expect(recordNotAccepted.mock.lastCall?.[0]).toMatchObject({
      ...{ ...by, statement: 'See the file letter.txt.' },
      file: { name: 'letter.txt', sha256: sha256Hex(utf8('We can’t take it.')) },
    });
  });

  it('is recorded as shipped, in totals; what isn’t a number is said at its line', async () => {
    const recordShipped = vi.fn<Desk['recordShipped']>(async () => {});
    const user = await open('submitted', { recordShipped });
    const dialog = await asked(user, 'Record what shipped');
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(dialog.getByText(/No line has a quantity yet/)).toBeTruthy();
    const box = dialog.getByLabelText(/^Packages shipped so far of line 1/);
    await user.type(box, '1.5');
    await user.type(dialog.getByLabelText('PIN'), '{Enter}');
    expect(recordShipped).not.toHaveBeenCalled();
    await user.clear(box);
    await user.type(box, '3');
    await user.type(dialog.getByLabelText('Day of the shipment'), '2026-11-20');
    await user.type(dialog.getByLabelText('PIN'), '{Enter}');
    await waitFor(() => expect(recordShipped).toHaveBeenCalledTimes(1));
    expect(recordShipped.mock.lastCall?.[0]).toMatchObject({
      ...{ ...by, lines: [{ lineNumber: 1, packages: 3 }], date: '2026-11-20' },
    });
  });
});

describe('an order of another location', () => {
  it('says whose it is', async () => {
    const view = viewOfLife(...lives.submitted);
    await open('submitted', {
      order: async () => ({ ...view, place: { ...placeHere, name: 'Second Store', isOther: true } }),
    });
    expect(screen.getByText(/This belongs to Second Store/)).toBeTruthy();
  });
});

describe('a receipt', () => {
  it('is corrected in its problem, its lots and who verified it', async () => {
    const correctEvent = vi.fn<Desk['correctEvent']>(async () => {});
    const people: Desk['people'] = async () => [
      { id: 'ana', name: 'Ana Ruiz, PharmD', role: 'signer' },
      { id: 'ben', name: 'Ben Okafor', role: 'technician' },
      { id: 'eve', name: 'Eve Long', role: 'pharmacist' },
    ];
    const user = await open('corrected', { correctEvent, people });
    const dialog = await asked(user, /^Correct: .*counted by/i);
    await user.selectOptions(dialog.getByLabelText(/^Problem with line 1/), 'Damaged');
    await user.click(dialog.getByRole('button', { name: /^Add lot of line 1/ }));
    await user.type(
      within(dialog.getAllByRole('group', { name: 'Lot of line 1' })[0] as HTMLElement).getByLabelText(
        'Packages',
      ),
      '2',
    );
    expect(dialog.queryByLabelText('PIN of Eve Long')).toBeNull();
    await user.selectOptions(dialog.getByLabelText('Verified by'), 'Eve Long · Pharmacist');
    await user.type(dialog.getByLabelText(/Eve Long/), '9753');
    await user.type(dialog.getByLabelText('Why'), 'The scan was of another box');
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    await waitFor(() => expect(correctEvent).toHaveBeenCalledTimes(1));
    expect(correctEvent.mock.lastCall?.[0]).toMatchObject({
      verifiedBy: { personId: 'eve', pin: '9753' },
      replacement: { verifiedBy: 'eve' },
    });
    const { lines } = correctEvent.mock.lastCall?.[0].replacement as {
      lines: readonly { lineNumber: number; discrepancy?: string; lots?: readonly unknown[] }[];
    };
    expect(lines.find(({ lineNumber }) => lineNumber === 1)).toMatchObject({
      discrepancy: 'damaged',
      lots: [{ packages: 2 }],
    });
  });

  it('asks whoever verified it for their PIN where the count is another, unless they correct it themselves', async () => {
    const correctEvent = vi.fn<Desk['correctEvent']>(async () => {});
    const people: Desk['people'] = async () => [
      { id: 'ana', name: 'Ana Ruiz, PharmD', role: 'signer' },
      { id: 'ben', name: 'Ben Okafor', role: 'technician' },
      { id: 'eve', name: 'Eve Long', role: 'pharmacist' },
    ];
    const user = await open('corrected', { correctEvent, people });
    const dialog = await asked(user, /^Correct: .*counted by/i);
    const asksAna = () => dialog.queryByLabelText(/^PIN of Ana Ruiz/) !== null;
    await user.selectOptions(dialog.getByLabelText('Who does this'), 'Eve Long · Pharmacist');
    expect(asksAna()).toBe(false);
    const box = dialog.getByLabelText(/^Packages of line 1/);
    await user.clear(box);
    await user.type(box, '9');
    expect(asksAna()).toBe(true);
    await user.selectOptions(dialog.getByLabelText('Who does this'), 'Ana Ruiz, PharmD · Signer');
    expect(asksAna()).toBe(false);
  });
});
