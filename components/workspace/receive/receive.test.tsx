// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { OrderState } from '@/lib/order';
import { defaultSettings } from '@/lib/people';
import type { Desk } from '@/lib/desk';
import { ServicesProvider } from '../../page/services';
import { fakeDesk, fakeSend, fakeServices } from '@/tests/gallery/fake-desk';
import { placeHere, shippedState, today, trackedState } from '@/tests/gallery/fixtures';
import { ReceivePage } from './receive-page';

afterEach(cleanup);

async function open(
  state: OrderState = shippedState,
  recordReceipt: Desk['recordReceipt'] = async () => {},
  changes: Partial<Desk> = {},
) {
  const record = vi.fn(recordReceipt);
  const changed = vi.fn(async () => {});
  const desk = fakeDesk({
    order: async () => ({
      state,
      supplierName: 'Meridian',
      timeline: [],
      hasSignedFile: true,
      place: placeHere,
    }),
    recordReceipt: record,
    ...changes,
  });
  const { hook } = memoryLocation({ path: '/receive/o1' });
  render(
    <ServicesProvider value={fakeServices({ desk, send: fakeSend({ 'archive.changed': changed }) })}>
      <Router hook={hook}>
        <ReceivePage orderId="o1" />
      </Router>
    </ServicesProvider>,
  );
  await screen.findByRole('button', { name: 'Review record' });
  return { record, changed, user: userEvent.setup() };
}

const boxes = () => screen.getAllByRole<HTMLInputElement>('textbox', { name: /^Packages received of line/ });
const values = () => boxes().map((box) => box.value);

describe('receive form', () => {
  it('begins empty, dated today, never with what was shipped', async () => {
    await open();
    expect(values()).toEqual(['', '', '']);
    expect(screen.getByLabelText<HTMLInputElement>('Date received').value).toBe(today);
  });

  it('takes no day before an order that was signed here, and any day before one that was only tracked', async () => {
    const dated = async (state: OrderState) => {
      const { user } = await open(state);
      const box = screen.getByLabelText('Date received');
      await user.clear(box);
      await user.type(box, '2026-11-01');
      await user.click(screen.getByRole('button', { name: 'Review record' }));
      const said = screen.queryByText(/lies before the order/);
      cleanup();
      return said !== null;
    };
    expect(await dated(shippedState)).toBe(true);
    expect(await dated(trackedState)).toBe(false);
  });

  it('offers all as shipped only after somebody says that they counted', async () => {
    const { user } = await open();
    const all = screen.getByRole<HTMLButtonElement>('button', { name: 'All as shipped' });
    expect(all.disabled).toBe(true);
    await user.click(screen.getByLabelText('I counted these packages'));
    await user.click(all);
    expect(values()).toEqual(['12', '2', '3']);
  });

  it('fills nothing where the supplier said nothing', async () => {
    const { user } = await open({
      ...shippedState,
      lines: shippedState.lines.map((line) => ({ ...line, shipped: null })),
    });
    await user.click(screen.getByLabelText('I counted these packages'));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'All as shipped' }).disabled).toBe(true);
  });

  it('records by keyboard alone: counts, Enter, review, PIN, Enter', async () => {
    const { user, record, changed } = await open();
    await user.keyboard('12{Enter}2{Enter}0{Enter}{Enter}');
    expect(await screen.findByText('The record as it will be archived')).toBeTruthy();
    expect(record).not.toHaveBeenCalled();
    await user.keyboard('4711{Enter}');
    expect(await screen.findByText('The receipt is recorded')).toBeTruthy();
    expect(record).toHaveBeenCalledWith({
      commandId: expect.any(String) as string,
      orderId: 'o1',
      expectedVersion: 5,
      lines: [
        { lineNumber: 1, packages: 12 },
        { lineNumber: 2, packages: 2 },
        { lineNumber: 3, packages: 0 },
      ],
      date: today,
      note: null,
      personId: 'ana',
      pin: '4711',
    });
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('leaves an empty line out of the record, and says so in the review', async () => {
    const { user, record } = await open();
    await user.type(boxes()[0] as HTMLInputElement, '5');
    await user.click(screen.getByRole('button', { name: 'Review record' }));
    expect(screen.getAllByText('not recorded now')).toHaveLength(2);
    await user.type(screen.getByLabelText('PIN'), '4711{Enter}');
    expect(record.mock.lastCall?.[0].lines).toEqual([{ lineNumber: 1, packages: 5 }]);
  });

  it('records what is wrong with a line and which lot came, as the review shows it', async () => {
    const { user, record } = await open();
    await user.type(boxes()[0] as HTMLInputElement, '11');
    await user.selectOptions(screen.getByLabelText(/^Problem with line 1/), 'short');
    await user.type(screen.getByLabelText('What is wrong with line 1'), 'one box missing');
    await user.click(screen.getByRole('button', { name: /^Add lot of line 1/ }));
    await user.type(screen.getByLabelText('Lot'), 'K4471');
    await user.type(screen.getByLabelText('Expires'), '2028-04-30');
    await user.type(screen.getByLabelText('Packages'), '11');
    await user.click(screen.getByRole('button', { name: 'Review record' }));
    expect(screen.getByText('Short').parentElement?.textContent).toBe('Short: one box missing');
    expect(screen.getByText('11 packages of lot K4471, expires Sun 30 Apr 2028')).toBeTruthy();
    await user.type(screen.getByLabelText('PIN'), '4711{Enter}');
    expect(record.mock.lastCall?.[0].lines).toEqual([
      {
        lineNumber: 1,
        packages: 11,
        discrepancy: 'short',
        note: 'one box missing',
        lots: [{ lot: 'K4471', expiry: '2028-04-30', serial: null, packages: 11 }],
      },
    ]);
  });

  it('asks for the quantity of a line that has a problem, and for a lot’s packages', async () => {
    const { user } = await open();
    await user.type(boxes()[1] as HTMLInputElement, '2');
    await user.selectOptions(screen.getByLabelText(/^Problem with line 1/), 'damaged');
    await user.click(screen.getByRole('button', { name: 'Review record' }));
    expect(boxes()[0]?.getAttribute('aria-invalid')).toBe('true');
    await user.type(boxes()[0] as HTMLInputElement, '12');
    await user.click(screen.getByRole('button', { name: /^Add lot of line 2/ }));
    await user.type(screen.getByLabelText('Lot'), 'K1');
    await user.click(screen.getByRole('button', { name: 'Review record' }));
    expect(screen.getByText('Whole packages of each lot, 1 or more')).toBeTruthy();
    expect(screen.queryByText('The record as it will be archived')).toBeNull();
  });

  it('names the pharmacist who verified what a technician counted, where one must', async () => {
    const { user, record } = await open(shippedState, undefined, {
      settings: async () => ({ ...defaultSettings, pharmacistMustReceive: true }),
    });
    expect(screen.queryByLabelText('Verified by')).toBeNull();
    await user.selectOptions(screen.getByLabelText('Counted by'), 'ben');
    await user.type(boxes()[0] as HTMLInputElement, '12');
    await user.click(screen.getByRole('button', { name: 'Review record' }));
    expect(screen.getByText('Choose the pharmacist who verified it.')).toBeTruthy();
    const verifier = screen.getByLabelText<HTMLSelectElement>('Verified by');
    expect([...verifier.options].map(({ value }) => value)).toEqual(['', 'ana']);
    await user.selectOptions(verifier, 'ana');
    await user.click(screen.getByRole('button', { name: 'Review record' }));
    expect(screen.getByText(/^Verified by/).textContent).toBe('Verified by Ana Ruiz, PharmD (Signer)');
    await user.type(screen.getByLabelText('PIN of Ana Ruiz, PharmD'), '1357');
    await user.type(screen.getByLabelText('PIN'), '4711{Enter}');
    expect(record.mock.lastCall?.[0]).toMatchObject({
      personId: 'ben',
      pin: '4711',
      verifiedBy: { personId: 'ana', pin: '1357' },
    });
  });

  it.each(['', '1.5', '-1', 'ten', '1e2', '999999999'])('refuses “%s” as a quantity', async (text) => {
    const { user } = await open();
    if (text !== '') await user.type(boxes()[0] as HTMLInputElement, text);
    await user.click(screen.getByRole('button', { name: 'Review record' }));
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(screen.queryByText('The record as it will be archived')).toBeNull();
  });

  it('says what differs from what was shipped', async () => {
    const { user } = await open();
    await user.type(boxes()[0] as HTMLInputElement, '10');
    expect(screen.getByText('2 fewer than shipped')).toBeTruthy();
    await user.type(boxes()[2] as HTMLInputElement, '4');
    expect(screen.getByText('1 more than shipped')).toBeTruthy();
  });

  it('keeps the counts after a wrong PIN and retries under the same command', async () => {
    let turn = 0;
    const { user, record } = await open(shippedState, async () => {
      turn += 1;
      if (turn === 1) throw new CountersignError('people/wrong-pin', { name: 'Ana Ruiz' });
    });
    await user.keyboard('12{Enter}2{Enter}3{Enter}{Enter}');
    await user.type(await screen.findByLabelText('PIN'), '0000{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('The PIN is wrong');
    expect(screen.getByLabelText<HTMLInputElement>('PIN').value).toBe('');
    await user.type(screen.getByLabelText('PIN'), '4711{Enter}');
    await screen.findByText('The receipt is recorded');
    expect(record.mock.calls[0]?.[0].commandId).toBe(record.mock.calls[1]?.[0].commandId);
  });

  it.each([
    [true, 0, 'Something of this order is still open'],
    [false, 1, '1 package ordered hasn’t come'],
    [false, 0, 'Everything that was ordered has come'],
  ])('says afterwards what is left (receipt open: %s, short by %i)', async (receiptOpen, short, said) => {
    const lines = shippedState.lines.map((line, index) => ({
      ...line,
      received: line.ordered - (index === 0 ? short : 0),
    }));
    const { user } = await open({ ...shippedState, receiptOpen, lines });
    await user.keyboard('1');
    await user.click(screen.getByRole('button', { name: 'Review record' }));
    await user.keyboard('4711{Enter}');
    expect((await screen.findByText('The receipt is recorded')).parentElement?.textContent).toContain(said);
  });

  it('says for a tracked order that the receipt that counts is the portal’s', async () => {
    await open({ ...shippedState, kind: 'tracked' });
    expect(screen.getByText(/the receipt that counts is recorded there too/)).toBeTruthy();
  });
});
