// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { say } from '@/lib/words';
import { ana } from '@/tests/gallery/fixtures';
import {
  dispensingPreview,
  increaseModel,
  learningView,
  overview,
  ratiosOfOrders,
} from '@/tests/gallery/monitoring-fixtures';
import { at } from '@/tests/gallery/workspace-at';
import { readUnits } from './read-units';

afterEach(cleanup);

const page = () => document.body.textContent ?? '';
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const giveDialogPin = async () => {
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByDisplayValue(`${ana.name} · ${say(`role.${ana.role}`)}`);
  type(say('ui.who.pin'), '2468');
  return within(dialog);
};

describe('the overview', () => {
  it('has a row a substance: level in a word, sentence, month, limit, what it rests on', async () => {
    render(at('/monitoring'));
    const row = within((await screen.findByRole('link', { name: 'Oxycodone' })).closest('tr') as HTMLElement);
    for (const text of [/^Caution$/, /1,200 units; your usual order is 500/, /^3,200$/, /80% of 4,000/])
      expect(row.getByText(text)).toBeTruthy();
    expect(row.getByText(/61 orders, 13 months, 3 suppliers/)).toBeTruthy();
    expect(row.getByRole('img').getAttribute('aria-label')).toContain('2,100');
    expect(page()).toContain('3 products aren’t recognised whole, so 14 lines');
    expect(screen.getAllByText(/^Not checked$/)).toHaveLength(2);
    expect(await screen.findByText(/The ten families are 0.12/)).toBeTruthy();
  });

  it('says what to do where nothing was ordered, and what went wrong where it can’t be read', async () => {
    const unknownProducts = { count: 0, lines: 0, more: false };
    render(
      at('/monitoring', { somOverview: async () => ({ ...overview, substances: [], unknownProducts }) }),
    );
    expect(await screen.findByText(say('monitoring.bring-history'))).toBeTruthy();
    cleanup();
    const fault = new CountersignError('archive/unavailable', { detail: 'blocked' });
    render(at('/monitoring', { somOverview: () => Promise.reject(fault) }));
    expect((await screen.findByRole('alert')).textContent).toContain('blocked');
  });
});

describe('a substance', () => {
  it('shows its last order, its picture, the limit with its projection, reasons and cuts', async () => {
    render(at('/monitoring/9143'));
    await screen.findByRole('heading', { level: 1, name: 'Oxycodone' });
    for (const text of [
      'This rests on 61 orders, 13 months, 3 suppliers',
      '1 order in 120',
      '3,200 of 4,000 units this month (80%)',
      'The month’s end may come to 3,900 units, past 90% of your limit.',
      'A pharmacy nearby closed: Lakeside Drug on 4th Street closed',
      'A line was cut on 3 June',
      'Meridian Drug Supply was asked for 4,500 units a month',
    ])
      expect(page()).toContain(text);
  });

  it('never ordered before is learning, with no figure that pretends', async () => {
    render(at('/monitoring/9801', { somSubstance: async () => learningView }));
    expect(await screen.findByText(/Learning: nothing to compare with yet/)).toBeTruthy();
    expect(screen.getByText(say('monitoring.limit-none'))).toBeTruthy();
    expect(screen.queryByText(say('monitoring.components'))).toBeNull();
    expect(page()).not.toContain('NaN');
  });

  it('takes a limit with a PIN, and offers to set it back', async () => {
    const setLimit = vi.fn<Desk['setLimit']>(async () => undefined);
    render(at('/monitoring/9143', { setLimit }));
    await screen.findByRole('heading', { level: 1, name: 'Oxycodone' });
    press(say('monitoring.limit-change'));
    const dialog = await giveDialogPin();
    type(say('monitoring.limit-units'), '12.5');
    fireEvent.click(dialog.getByRole('button', { name: say('monitoring.limit-save') }));
    expect(setLimit).not.toHaveBeenCalled();
    type(say('monitoring.limit-units'), '4,500');
    type(say('ui.who.pin'), '2468');
    fireEvent.click(dialog.getByRole('button', { name: say('monitoring.limit-save') }));
    await waitFor(() =>
      expect(setLimit).toHaveBeenCalledWith(
        expect.objectContaining({ code: '9143', units: 4500, personId: ana.id, pin: '2468' }),
      ),
    );
    const back = say('monitoring.limit-back', { units: '4,000' });
    await screen.findByRole('button', { name: back });
    press(back);
    const again = await giveDialogPin();
    fireEvent.click(again.getByRole('button', { name: back }));
    await waitFor(() => expect(setLimit).toHaveBeenCalledTimes(2));
    expect(setLimit.mock.calls[1]?.[0]).toMatchObject({ code: '9143', units: 4000 });
  });

  it.each([
    ['1,200', 1200],
    [' 60 ', 60],
    ['0', null],
    ['-5', null],
    ['1.5', null],
    ['1,20', null],
    ['12345678901', null],
    ['', null],
  ])('reads “%s” units as %s', (text, units) => expect(readUnits(text)).toBe(units));
});

describe('a request for an increase', () => {
  it('wants a specific, is shown as it will stand on paper, and is recorded before it is printed', async () => {
    const requestIncrease = vi.fn<Desk['requestIncrease']>(async () => increaseModel);
    render(at('/monitoring/9143/increase', { requestIncrease }));
    await screen.findByLabelText(say('increase.supplier'));
    type(say('increase.supplier'), 'meridian');
    type(say('increase.units'), '4500');
    type(say('increase.reason'), 'pharmacy-closed');
    type(say('increase.detail'), 'A pharmacy nearby closed');
    press(say('increase.show'));
    expect(page()).toContain('This only says again what was picked.');
    type(say('increase.detail'), 'Lakeside Drug on 4th Street closed on 30 October');
    press(say('increase.show'));
    expect(await screen.findByText(say('increase.print.heading'))).toBeTruthy();
    expect(page()).toContain('4,500 dosage units of oxycodone (DEA drug code 9143)');
    expect(page()).not.toContain('Harbor Wholesale');
    expect(screen.queryByRole('button', { name: say('print.action') })).toBeNull();
    press(say('increase.record'));
    const dialog = await giveDialogPin();
    fireEvent.click(dialog.getByRole('button', { name: say('increase.record') }));
    expect(await screen.findByText(say('increase.recorded'))).toBeTruthy();
    expect(requestIncrease.mock.calls[0]?.[0]).toMatchObject({
      code: '9143',
      supplierId: 'meridian',
      units: 4500,
      reason: { kind: 'pharmacy-closed' },
    });
    expect(screen.getByRole('button', { name: say('print.action') })).toBeTruthy();
  });
});

describe('ratios', () => {
  it('without what isn’t controlled are not checked, with the reason and the way to bring it', async () => {
    render(at('/monitoring/ratios', { somRatios: async () => ratiosOfOrders }));
    expect(await screen.findByText(say('ratios.unchecked.no-non-controlled'))).toBeTruthy();
    expect(screen.getAllByText(say('ratios.not-checked')).length).toBeGreaterThan(3);
    expect(screen.getByLabelText(say('dispensing.file'))).toBeTruthy();
  });

  it('take a dispensing file by its chosen columns, name those left out, and withdraw an import', async () => {
    const importDispensing = vi.fn<Desk['importDispensing']>(async () => ({
      ...{ taken: 48_209, sums: 2_840, refused: 1 },
      faults: [{ row: 3, fault: { code: 'import/known', params: {} } }],
    }));
    const withdrawDispensing = vi.fn<Desk['withdrawDispensing']>(async () => undefined);
    const previewDispensing = async () => dispensingPreview;
    render(at('/monitoring/ratios', { importDispensing, withdrawDispensing, previewDispensing }));
    const file = new File(['a,b'], 'fills.csv', { type: 'text/csv' });
    fireEvent.change(screen.getByLabelText(say('dispensing.file')), { target: { files: [file] } });
    expect(await screen.findByText('3 columns are left out: Rx Number, Patient Name, DOB')).toBeTruthy();
    importDispensing.mockRejectedValueOnce(
      new CountersignError('import/overlaps', { file: 'a.csv', from: '2026-01-01', to: '2026-02-01' }),
    );
    press(say('dispensing.import'));
    expect(await screen.findByText(/“a\.csv” holds Jan 1, 2026 to Feb 1, 2026/)).toBeTruthy();
    press(say('dispensing.import-nevertheless'));
    expect(
      await screen.findByText('48,209 rows were taken, as 2,840 sums by day and substance.'),
    ).toBeTruthy();
    const [first, second] = importDispensing.mock.calls;
    expect(first?.slice(3)).toEqual([dispensingPreview.mapping, { despiteOverlap: false }]);
    expect(second?.[4]).toEqual({ despiteOverlap: true });
    press(say('dispensing.withdraw-one', { file: 'fills-2026.csv' }));
    const dialog = await giveDialogPin();
    type(say('act.reason'), 'The fills of another store');
    fireEvent.click(dialog.getByRole('button', { name: say('dispensing.withdraw-yes') }));
    await waitFor(() =>
      expect(withdrawDispensing).toHaveBeenCalledWith(
        expect.objectContaining({ importId: 'dispensed-1', reason: 'The fills of another store' }),
      ),
    );
  });
});
