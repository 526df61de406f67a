// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { say } from '@/lib/words';
import { ana, clock } from '@/tests/gallery/fixtures';
import { duties, enrolment, letters, locations, staff } from '@/tests/gallery/pharmacy-fixtures';
import { byPin, press, showWorkspace as show } from '@/tests/gallery/show-workspace';

afterEach(cleanup);

const by = { commandId: expect.any(String) as string, personId: ana.id, pin: '2468' };

describe('people', () => {
  it('are recorded as having left by PIN, with what follows said before', async () => {
    const removePerson = vi.fn<Desk['removePerson']>(async () => undefined);
    const { send } = show('/people', { staff: async () => staff, removePerson });
    const act = say('staff.leave', { name: ana.name });
    await press(act);
    expect(await screen.findByText(say('staff.leave-signer', { name: ana.name }))).toBeTruthy();
    await byPin(act);
    await waitFor(() =>
      expect(removePerson).toHaveBeenCalledWith({ ...by, leaver: ana.id, at: clock.now() }),
    );
    await waitFor(() => expect(send).toHaveBeenCalledWith('archive.changed', {}));
  });

  it('see what DEA must be told, overdue or not, and which letters are in force', async () => {
    show('/people', {
      staff: async () => staff,
      duties: async () => duties,
      poaLetters: async () => letters,
    });
    expect(await screen.findByText(/overdue since/)).toBeTruthy();
    expect(screen.getByText(say('poa.standing.in-force'))).toBeTruthy();
    expect(screen.getByText(say('poa.standing.revoked'))).toBeTruthy();
    expect(
      screen.getByRole('button', { name: say('poa.save-file', { name: 'letter-ruiz.pdf' }) }),
    ).toBeTruthy();
  });

  it('grant no letter without a holder and a day', async () => {
    const grantPoa = vi.fn<Desk['grantPoa']>(async () => undefined);
    show('/people', { grantPoa });
    await press(say('poa.add'));
    await byPin(say('poa.save'));
    expect(await screen.findAllByText(say('form.missing'))).toHaveLength(2);
    expect(grantPoa).not.toHaveBeenCalled();
  });
});

describe('settings', () => {
  it('are saved as typed, and what the desk refuses is said', async () => {
    const saveSettings = vi.fn<Desk['saveSettings']>(() =>
      Promise.reject(new CountersignError('people/wrong-pin', { name: ana.name })),
    );
    show('/settings', { saveSettings });
    fireEvent.change(await screen.findByLabelText(say('settings.retentionYears')), {
      target: { value: '5' },
    });
    fireEvent.change(screen.getByLabelText(say('settings.extraHolidays')), {
      target: { value: '2026-12-24\n2026-12-26' },
    });
    await press(say('settings.save'));
    await byPin(say('settings.save'));
    expect(await screen.findByText(say('people/wrong-pin', { name: ana.name }))).toBeTruthy();
    // What was only shown may have changed elsewhere since, so it isn't sent.
    expect(saveSettings.mock.calls[0]?.[0].settings).toEqual({
      retentionYears: 5,
      extraHolidays: ['2026-12-24', '2026-12-26'],
    });
  });

  it('switch the location from every page, where there are several', async () => {
    const chooseRegistrant = vi.fn<Desk['chooseRegistrant']>(async () => undefined);
    show('/orders', { registrants: async () => locations, chooseRegistrant });
    const field = await screen.findByLabelText(say('location.works-for'));
    fireEvent.change(field, { target: { value: 'BC1234563' } });
    await waitFor(() => expect(chooseRegistrant).toHaveBeenCalledWith('BC1234563'));
  });
});

describe('the way to a certificate', () => {
  it('is ticked step by step; what shows by itself can’t be ticked', async () => {
    const tickStep = vi.fn<Desk['tickStep']>(async () => undefined);
    show('/enrolment', { enrolment: async () => enrolment, tickStep });
    const agreement = await screen.findByLabelText(say('enrolment.step.agreement'));
    fireEvent.click(agreement);
    await waitFor(() =>
      expect(tickStep).toHaveBeenCalledWith({ step: 'agreement', about: 'ben', done: true }),
    );
    expect(screen.queryByLabelText(say('enrolment.step.imported'))).toBeNull();
    expect(screen.getAllByText(say('enrolment.is-assumed')).length).toBeGreaterThan(0);
  });
});
