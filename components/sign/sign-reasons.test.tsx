// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { loweredDocument, prepared, somAdvice, stopDocument } from '@/tests/gallery/fixtures';
import {
  inSignWindow,
  open,
  PASSWORD,
  press,
  ready,
  settle,
  signButton,
  type,
} from '@/tests/support/sign-window';

inSignWindow();

const HOSPICE = { kind: 'hospice-ltc', detail: 'Hill Country Hospice since June' } as const;
const kindBox = () => screen.getByLabelText<HTMLSelectElement>('Reason for this order');
const detailBox = () =>
  screen.getByLabelText<HTMLTextAreaElement>('Which facility, and for how many patients?');
const write = (element: Element, value: string) => fireEvent.change(element, { target: { value } });

async function trySigning(): Promise<void> {
  type(PASSWORD);
  await press(signButton());
}

describe('an order unlike the usual ones', () => {
  it('asks for something picked and its specific, and says what an answer lacks', async () => {
    const { approve } = open({ document: stopDocument });
    await ready();
    await trySigning();
    expect(screen.getByText('Pick a reason.')).toBeTruthy();
    expect(document.activeElement).toBe(kindBox());
    expect(kindBox().options).toHaveLength(9);
    write(kindBox(), HOSPICE.kind);
    for (const [detail, said] of [
      ['needed', /Too short/],
      ['asdf asdf asdf', /says nothing about this order/],
      ['hospice and long-term care', /only says again what was picked/],
    ] as const) {
      write(detailBox(), detail);
      await trySigning();
      expect(screen.getByText(said)).toBeTruthy();
      expect(document.activeElement).toBe(detailBox());
    }
    expect(approve).not.toHaveBeenCalled();
    write(detailBox(), `  ${HOSPICE.detail} `);
    await trySigning();
    expect(approve).toHaveBeenCalledWith(expect.objectContaining({ reason: HOSPICE, lowered: null }));
  });

  it('keeps the reason after a wrong password, and signs nothing', async () => {
    const { approve } = open({
      document: stopDocument,
      unlock: () => Promise.reject(new CountersignError('vault/wrong-password')),
    });
    await ready();
    write(kindBox(), HOSPICE.kind);
    write(detailBox(), HOSPICE.detail);
    await trySigning();
    expect(screen.getByRole('alert').textContent).toContain('The password is wrong');
    expect([kindBox().value, detailBox().value]).toEqual([HOSPICE.kind, HOSPICE.detail]);
    expect(approve).not.toHaveBeenCalled();
  });

  it('offers what was said of the substance before, and takes it over only when it is picked', async () => {
    const { approve } = open({ document: stopDocument, desk: { somAdvice: async () => somAdvice } });
    await ready();
    expect(kindBox().value).toBe('');
    fireEvent.click(screen.getByRole('checkbox', { name: /The same as on .* by Ana Ruiz/ }));
    expect([kindBox().value, detailBox().value]).toEqual([HOSPICE.kind, HOSPICE.detail]);
    await trySigning();
    expect(approve).toHaveBeenCalledWith(expect.objectContaining({ reason: HOSPICE }));
  });

  it('gives back what was typed where an earlier reason is left again, and offers each once', async () => {
    const [first] = somAdvice;
    const twice = first ? [first, { ...first, substanceCode: '9300', name: 'morphine' }] : [];
    open({ document: stopDocument, desk: { somAdvice: async () => twice } });
    await ready();
    const again = screen.getByRole<HTMLInputElement>('checkbox', { name: /The same as on .* by Ana Ruiz/ });
    write(kindBox(), HOSPICE.kind);
    write(detailBox(), 'Oak Hill, 22 patients');
    fireEvent.click(again);
    expect(detailBox().value).toBe(HOSPICE.detail);
    fireEvent.click(again);
    expect([again.checked, kindBox().value, detailBox().value]).toEqual([
      ...[false, HOSPICE.kind, 'Oak Hill, 22 patients'],
    ]);
  });

  it('shows each part as soon as it is there, with what the signer entered, and says what went wrong beside', async () => {
    const somPictures = vi.fn<Desk['somPictures']>(() => new Promise(() => {}));
    open({
      document: stopDocument,
      desk: {
        ...{ somAdvice: async () => somAdvice, somPictures },
        noteWarning: () => Promise.reject(new CountersignError('archive/storage-full')),
      },
    });
    await ready();
    expect(screen.getByText(/A zero too many\?/)).toBeTruthy();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(somPictures.mock.calls[0]?.[1]).toMatchObject({ lines: {} });
  });

  it('shows what the comparison rests on, what to look at and what can be done, and puts that it did on record', async () => {
    const noteWarning = vi.fn<Desk['noteWarning']>(async () => {});
    const { approve } = open({
      document: stopDocument,
      desk: { somAdvice: async () => somAdvice, noteWarning },
    });
    await ready();
    expect(screen.getByText(/Compared with 41 orders over 11 months at 2 suppliers/)).toBeTruthy();
    expect(screen.getByText(/A zero too many\?/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /more oxycodone a month/ }).getAttribute('href')).toBe(
      '/workspace.html#/monitoring/9143/increase',
    );
    expect(noteWarning).toHaveBeenCalledTimes(1);
    expect(noteWarning.mock.calls[0]?.[0]).toBe('request-1');
    expect(approve).not.toHaveBeenCalled();
  });

  it('says so when what is known of it can’t be read, and still lets the order be signed', async () => {
    const { approve } = open({
      desk: { somAdvice: () => Promise.reject(new CountersignError('archive/unavailable')) },
    });
    await ready();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    await trySigning();
    expect(approve).toHaveBeenCalledTimes(1);
  });

  it('asks why it is less than shortly before, and signs nothing without', async () => {
    const { approve } = open({ document: loweredDocument });
    await ready();
    expect(screen.getByText(/earlier today 1,200 units were shown here as unusual/)).toBeTruthy();
    await trySigning();
    expect(approve).not.toHaveBeenCalled();
    const why = screen.getByLabelText<HTMLTextAreaElement>('Why it is less now');
    expect(document.activeElement).toBe(why);
    write(why, 'A zero too many was typed');
    await trySigning();
    expect(approve).toHaveBeenCalledWith(
      expect.objectContaining({ reason: null, lowered: 'A zero too many was typed' }),
    );
  });

  it.each([
    ['midnight passed', 'signing/document-differs', prepared],
    ['the order became far from the usual', 'signing/reason-required', stopDocument],
  ] as const)('builds the document anew after a refused approval: %s', async (_name, code, then) => {
    const later = { ...then, document: 'bGF0ZXI=', sha256: 'beef'.padEnd(64, '0') };
    const prepareDocument = vi
      .fn<Desk['prepareDocument']>(async () => later)
      .mockImplementationOnce(async () => prepared);
    const { approve } = open({ desk: { prepareDocument }, refused: new CountersignError(code) });
    await ready();
    await trySigning();
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(signButton().getAttribute('aria-disabled')).toBe('true');
    await ready();
    expect(prepareDocument).toHaveBeenCalledTimes(2);
    const reason = screen.queryByLabelText('Reason for this order');
    expect(reason !== null).toBe(then.reasonRequired);
    if (reason) {
      write(reason, HOSPICE.kind);
      write(detailBox(), HOSPICE.detail);
    }
    await trySigning();
    expect(approve).toHaveBeenLastCalledWith(
      expect.objectContaining({ document: later.document, reason: then.reasonRequired ? HOSPICE : null }),
    );
    await settle();
    expect(screen.getByText('Signed and archived')).toBeTruthy();
  });
});
