// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { ServicesProvider } from '../../page/services';
import { fakeDesk, fakeSend, fakeServices } from '@/tests/gallery/fake-desk';
import { today } from '@/tests/gallery/fixtures';
import { lifeDesk, lives } from '@/tests/gallery/order-life-fixtures';
import { OrderPage } from './order-page';

afterEach(cleanup);

async function open(name: keyof typeof lives, changes: Partial<Desk> = {}) {
  const changed = vi.fn(async () => {});
  const signOpen = vi.fn(async () => {});
  const { hook } = memoryLocation({ path: '/orders/o1' });
  render(
    <ServicesProvider
      value={fakeServices({
        desk: fakeDesk({ ...lifeDesk(...lives[name]), ...changes }),
        send: fakeSend({ 'archive.changed': changed, 'sign.open': signOpen }),
      })}
    >
      <Router hook={hook}>
        <OrderPage orderId="o1" />
      </Router>
    </ServicesProvider>,
  );
  await screen.findByRole('heading', { name: 'What happened' });
  return { changed, signOpen, user: userEvent.setup() };
}

/** The dialog of an act, once its people are there. */
async function asked() {
  const dialog = await screen.findByRole('dialog');
  const who = within(dialog).getByLabelText<HTMLSelectElement>('Who does this');
  await waitFor(() => expect(who.value).toBe('ana'));
  return within(dialog);
}

const by = { commandId: expect.any(String) as string, orderId: 'o1', personId: 'ana', pin: '4711' };
const press = (name: string | RegExp) => screen.getByRole('button', { name });

describe('a void', () => {
  it('of chosen lines is recorded with the supplier’s words and day', async () => {
    const recordVoid = vi.fn<Desk['recordVoid']>(async () => {});
    const { user, changed } = await open('submitted', { recordVoid });
    await user.click(press('Record a void'));
    const dialog = await asked();
    await user.click(dialog.getByLabelText('Some lines'));
    await user.click(dialog.getByLabelText(/^Line 3/));
    await user.click(dialog.getByLabelText(/^Line 1/));
    await user.type(dialog.getByLabelText('The supplier’s words'), 'Not in stock');
    await user.type(dialog.getByLabelText('Date of the notice'), '2026-11-20');
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(recordVoid).toHaveBeenCalledWith({
      ...by,
      expectedVersion: 2,
      lines: [1, 3],
      statement: 'Not in stock',
      date: '2026-11-20',
    });
    expect(changed).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('of the whole order names no lines, and needs words', async () => {
    const recordVoid = vi.fn<Desk['recordVoid']>(async () => {});
    const { user } = await open('submitted', { recordVoid });
    await user.click(press('Record a void'));
    const dialog = await asked();
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(recordVoid).not.toHaveBeenCalled();
    expect(dialog.getByText('This is needed.')).toBeTruthy();
    await user.type(dialog.getByLabelText('The supplier’s words'), 'Closed account');
    await user.type(dialog.getByLabelText('PIN'), '{Enter}');
    expect(recordVoid.mock.lastCall?.[0]).toMatchObject({ lines: null, date: null });
  });

  it('of lines that have shipped whole is refused with its rule', async () => {
    const recordVoid = vi.fn<Desk['recordVoid']>(async () => {});
    const { user } = await open('partlyVoided', {
      recordVoid,
      possibleActs: async () => ({
        void: [],
        cancel: [],
        'close-unsent': [],
        lose: [],
        replace: [],
        'turn-up': [],
        'link-statement': [],
        'portal-receive': [],
        submit: [],
        accept: [],
        'not-accept': [],
        ship: [],
      }),
    });
    await user.click(press('Record a void'));
    const dialog = await asked();
    await user.click(dialog.getByLabelText('Some lines'));
    expect(dialog.queryByLabelText(/^Line 3/)).toBeNull();
    await user.click(dialog.getByLabelText(/^Line 1/));
    expect(dialog.getByText(/Nothing is left of this/)).toBeTruthy();
    expect(dialog.getByText('21 CFR 1305.28')).toBeTruthy();
    await user.type(dialog.getByLabelText('The supplier’s words'), 'Not in stock');
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(recordVoid).not.toHaveBeenCalled();
  });
});

describe('a written notice', () => {
  it.each([
    ['Cancel this order', 'Record the cancellation', /We cancel the order/, 'recordCancellation'],
    ['Report it lost', 'Record the order as lost', /were not received through loss/, 'recordLost'],
  ] as const)('%s: what is recorded is what was shown', async (button, yes, words, method) => {
    const record = vi.fn<Desk['recordLost']>(async () => {});
    const { user } = await open('submitted', { [method]: record });
    await user.click(press(button));
    const dialog = await asked();
    expect(await dialog.findByText(words)).toBeTruthy();
    await user.type(dialog.getByLabelText(/may stay empty/), 'Mailed, never came');
    await dialog.findByText('Reason: Mailed, never came');
    const shown = [...dialog.getByRole('group', { name: 'The words that are recorded' }).children]
      .map((line) => line.textContent)
      .join('\n');
    await user.type(dialog.getByLabelText('PIN'), '4711');
    await user.click(dialog.getByRole('button', { name: yes }));
    expect(record).toHaveBeenCalledWith({ ...by, expectedVersion: 2, text: shown, date: today });
    expect(shown).toContain('26X100187');
  });

  it('is worded anew for whoever signs it', async () => {
    const record = vi.fn<Desk['recordLost']>(async () => {});
    const { user } = await open('submitted', { recordLost: record });
    await user.click(press('Report it lost'));
    const dialog = await asked();
    await user.selectOptions(dialog.getByLabelText('Who does this'), 'ben');
    expect((await dialog.findByText(/Ben Okafor, for/)).textContent).not.toContain('Ana Ruiz');
  });

  it('isn’t recorded while its words aren’t there', async () => {
    const record = vi.fn<Desk['recordLost']>(async () => {});
    const { user } = await open('submitted', {
      recordLost: record,
      draftStatement: () => Promise.reject(new CountersignError('act/not-signed', { number: 'x' })),
    });
    await user.click(press('Report it lost'));
    const dialog = await asked();
    expect(await dialog.findByRole('alert')).toBeTruthy();
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(record).not.toHaveBeenCalled();
  });
});

describe('a lost order', () => {
  it('is replaced by a request that waits to be signed', async () => {
    const replaceLost = vi.fn<Desk['replaceLost']>(async () => 'request-2');
    const { user, signOpen } = await open('lost', { replaceLost });
    await user.click(press('Replace this order'));
    const dialog = await asked();
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(replaceLost).toHaveBeenCalledWith({ ...by, expectedVersion: 3 });
    await user.click(await screen.findByRole('button', { name: 'Review and sign' }));
    expect(signOpen).toHaveBeenCalledWith({ requestId: 'request-2' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('that came to light is recorded with day and note', async () => {
    const recordTurnedUp = vi.fn<Desk['recordTurnedUp']>(async () => {});
    const { user } = await open('lost', { recordTurnedUp });
    await user.click(press('It came to light'));
    const dialog = await asked();
    await user.type(dialog.getByLabelText('Note'), 'at the dock');
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(recordTurnedUp).toHaveBeenCalledWith({
      ...by,
      expectedVersion: 3,
      date: today,
      note: 'at the dock',
    });
  });

  it('leads to the order in its place, and to its statement', async () => {
    await open('replaced');
    expect(screen.getByRole('link', { name: '26X 100 209' }).getAttribute('href')).toBe('/orders/o9');
    expect(screen.getByRole('link', { name: 'Print the statement' }).getAttribute('href')).toBe(
      '/orders/o1/statements',
    );
  });
});

describe('a statement', () => {
  it('is linked as words', async () => {
    const linkStatement = vi.fn<Desk['linkStatement']>(async () => {});
    const { user } = await open('notAccepted', { linkStatement });
    await user.click(press('Link the statement'));
    const dialog = await asked();
    await user.click(dialog.getByRole('button', { name: 'Link the statement' }));
    expect(linkStatement).not.toHaveBeenCalled();
    await user.type(dialog.getByLabelText('The supplier’s statement'), 'No such item');
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(linkStatement.mock.lastCall?.[0]).toMatchObject({ statement: 'No such item', file: null });
  });

  it('is linked as a file alone, kept whole', async () => {
    const linkStatement = vi.fn<Desk['linkStatement']>(async () => {});
    const { user } = await open('notAccepted', { linkStatement });
    await user.click(press('Link the statement'));
    const dialog = await asked();
    const file = new File(['refused'], 'notice.txt', { type: 'text/plain' });
    await user.upload(dialog.getByLabelText('File (if there is one)'), file);
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    await waitFor(() => expect(linkStatement).toHaveBeenCalled());
    const { statement, file: kept } = linkStatement.mock.lastCall?.[0] ?? {};
    expect(statement).toContain('notice.txt');
    expect(kept).toMatchObject({ name: 'notice.txt', type: 'text/plain', base64: btoa('refused') });
    expect(kept?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('of more than the limit isn’t taken', async () => {
    const linkStatement = vi.fn<Desk['linkStatement']>(async () => {});
    const { user } = await open('notAccepted', { linkStatement });
    await user.click(press('Link the statement'));
    const dialog = await asked();
    const file = new File([new Uint8Array(5_000_001)], 'scan.pdf', { type: 'application/pdf' });
    await user.upload(dialog.getByLabelText('File (if there is one)'), file);
    expect(dialog.getByText(/larger than 5 MB/)).toBeTruthy();
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(linkStatement).not.toHaveBeenCalled();
  });
});

describe('an order that was never sent', () => {
  it('is closed with a reason that says something', async () => {
    const closeUnsent = vi.fn<Desk['closeUnsent']>(async () => {});
    const { user } = await open('neverSent', { closeUnsent });
    await user.click(press('Close as never sent'));
    const dialog = await asked();
    await user.type(dialog.getByLabelText('Why'), 'no');
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(closeUnsent).not.toHaveBeenCalled();
    await user.type(dialog.getByLabelText('Why'), ' longer wanted');
    await user.type(dialog.getByLabelText('PIN'), '{Enter}');
    expect(closeUnsent.mock.lastCall?.[0]).toMatchObject({ orderId: 'o1', reason: 'no longer wanted' });
  });

  it('can’t be cancelled or voided, and the page says why, with the rule', async () => {
    await open('neverSent');
    expect(screen.queryByRole('button', { name: 'Record a void' })).toBeNull();
    const refused = screen.getByText('What can’t be recorded now, and why').closest('details');
    expect(refused?.textContent).toContain('Nothing says that order 26X100187 was given to the supplier');
    expect(refused?.textContent).toContain('21 CFR 1305.28');
  });
});

describe('a correction', () => {
  it('replaces what was wrong, by keyboard alone', async () => {
    const correctEvent = vi.fn<Desk['correctEvent']>(async () => {});
    const { user } = await open('corrected', { correctEvent });
    press(/^Correct: 13 packages received/).focus();
    await user.keyboard('{Enter}');
    const dialog = await asked();
    const box = dialog.getByLabelText(/^Packages of line 1/);
    await user.clear(box);
    await user.type(box, '10');
    await user.type(dialog.getByLabelText('Why'), 'Counted once more today');
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(correctEvent).toHaveBeenCalledWith({
      ...by,
      expectedVersion: 5,
      corrects: 'A/4',
      reason: 'Counted once more today',
      replacement: {
        lines: [
          { lineNumber: 1, packages: 10 },
          { lineNumber: 2, packages: 2 },
        ],
        date: '2026-11-20',
        countedBy: 'ben',
        verifiedBy: 'ana',
        note: 'the missing box stood beside the tote',
      },
    });
  });

  it('withdraws what never happened', async () => {
    const correctEvent = vi.fn<Desk['correctEvent']>(async () => {});
    const { user } = await open('submitted', { correctEvent });
    await user.click(press(/^Correct: Put into/));
    const dialog = await asked();
    expect(dialog.getByText(/It can be withdrawn/)).toBeTruthy();
    await user.type(dialog.getByLabelText('Why'), 'The form was never sent off');
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(correctEvent.mock.lastCall?.[0]).toMatchObject({ corrects: 'A/2', replacement: null });
  });

  it('needs a reason and values that can be read', async () => {
    const correctEvent = vi.fn<Desk['correctEvent']>(async () => {});
    const { user } = await open('corrected', { correctEvent });
    await user.click(press(/^Correct: 13 packages received/));
    const dialog = await asked();
    await user.type(dialog.getByLabelText(/^Packages of line 1/), '.5');
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(dialog.getByRole('alert').textContent).toContain('can’t be read');
    expect(dialog.getByText('This is needed.')).toBeTruthy();
    expect(correctEvent).not.toHaveBeenCalled();
  });

  it('never hides the old value, and the order itself can’t be corrected', async () => {
    await open('corrected');
    const old = screen.getAllByText(/13 packages received/).filter((each) => each.closest('del'));
    expect(old.length).toBeGreaterThan(0);
    expect(screen.getByText('Corrected since: this no longer counts')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Correct: Signed as/ })).toBeNull();
  });
});

describe('an act', () => {
  it('keeps what was typed after a wrong PIN and retries under the same command', async () => {
    let turn = 0;
    const recordVoid = vi.fn<Desk['recordVoid']>(async () => {
      turn += 1;
      if (turn === 1) throw new CountersignError('people/wrong-pin', { name: 'Ana Ruiz' });
    });
    const { user } = await open('submitted', { recordVoid });
    await user.click(press('Record a void'));
    const dialog = await asked();
    await user.type(dialog.getByLabelText('The supplier’s words'), 'Not in stock');
    await user.type(dialog.getByLabelText('PIN'), '0000{Enter}');
    expect((await dialog.findByRole('alert')).textContent).toContain('The PIN is wrong');
    await user.type(dialog.getByLabelText('PIN'), '4711{Enter}');
    expect(recordVoid).toHaveBeenCalledTimes(2);
    expect(recordVoid.mock.calls[0]?.[0].commandId).toBe(recordVoid.mock.calls[1]?.[0].commandId);
    expect(recordVoid.mock.calls[1]?.[0].statement).toBe('Not in stock');
  });

  it('is given up with Escape, and nothing is recorded', async () => {
    const recordVoid = vi.fn<Desk['recordVoid']>(async () => {});
    const { user, changed } = await open('submitted', { recordVoid });
    await user.click(press('Record a void'));
    await asked();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(recordVoid).not.toHaveBeenCalled();
    expect(changed).not.toHaveBeenCalled();
  });
});

describe('lines', () => {
  it('that were voided say so in words, and what may still come stands beside', async () => {
    await open('partlyVoided');
    const row = screen.getByText('Voided by the supplier').closest('tr');
    expect(row?.textContent).toContain('Fentanyl');
    expect(row?.className).toContain('line-voided');
    expect(screen.getByRole('columnheader', { name: 'Still open' })).toBeTruthy();
  });

  it('that never shipped are named once day 60 is over', async () => {
    await open('expired');
    expect(screen.getByText(/Line 3, Fentanyl.*: 4 packages never shipped/)).toBeTruthy();
  });
});
