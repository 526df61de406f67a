// @vitest-environment happy-dom
import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CountersignError, finding, limits } from '@/lib/base';
import type { Desk, PreparedDocument, SignView } from '@/lib/desk';
import { ServicesProvider } from '../page/services';
import { fakeDesk, fakeSend, fakeServices } from '@/tests/gallery/fake-desk';
import {
  blockedDocument,
  gappyDocument,
  gappyDraft,
  prepared,
  secondCertificate,
  signView,
  stopDocument,
} from '@/tests/gallery/fixtures';
import { SignWindow } from './sign-window';

const PASSWORD = 'correct horse battery';
let focused = true;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  focused = true;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

interface Setting {
  readonly view?: Partial<SignView>;
  readonly document?: PreparedDocument;
  readonly unlock?: () => Promise<void>;
  readonly desk?: Partial<Desk>;
  readonly refused?: CountersignError;
}

function open({
  view = {},
  document: shown = prepared,
  unlock = async () => {},
  desk: more = {},
  refused,
}: Setting = {}) {
  const signed = { orderNumber: '26X100208', delivered: { to: 'field', fault: null } } as const;
  const approve = vi.fn(async () => signed);
  if (refused) approve.mockRejectedValueOnce(refused);
  const lock = vi.fn(async () => {});
  const unlocking = vi.fn(unlock);
  const acceptHonesty = vi.fn<Desk['acceptHonesty']>(async () => {});
  const refuse = vi.fn(async () => {});
  const prepareDocument = vi.fn<Desk['prepareDocument']>(async () => shown);
  const desk = fakeDesk({
    signView: async () => ({
      ...signView,
      ...view,
      ...(approve.mock.settledResults.some(({ type }) => type === 'fulfilled') && {
        state: { phase: 'signed', orderNumber: '26X100208' } as const,
      }),
      ...(refuse.mock.calls.length > 0 && { state: { phase: 'refused', reason: 'Too many' } as const }),
    }),
    prepareDocument,
    acceptHonesty,
    refuse,
    ...more,
  });
  const services = fakeServices({
    desk,
    unlock: unlocking,
    send: fakeSend({ 'sign.approve': approve, 'sign.lock': lock }),
  });
  render(
    <ServicesProvider value={services}>
      <SignWindow requestId="request-1" onNext={() => {}} onClose={() => {}} />
    </ServicesProvider>,
  );
  return { approve, lock, unlocking, acceptHonesty, refuse, prepareDocument };
}

const settle = (ms = 50) => act(() => vi.advanceTimersByTimeAsync(ms));
const signButton = () => screen.getByRole('button', { name: 'Sign order' });
const passwordBox = () => screen.getByLabelText<HTMLInputElement>('Password');
const typePin = (holder: string, pin: string) => {
  screen.getByLabelText<HTMLInputElement>(`PIN of ${holder}`).value = pin;
};
const type = (text: string) => {
  passwordBox().value = text;
};

/** As a person's: scripts can't make an event that says so; a test can, because happy-dom lets it. */
async function press(element: Element, trusted = true) {
  const event = createEvent.click(element);
  Object.defineProperty(event, 'isTrusted', { value: trusted });
  fireEvent(element, event);
  await settle();
}

/** The document is there and the window was looked at long enough; in steps, because React renders between them. */
async function ready() {
  for (let step = 0; step < 10; step += 1) await settle(50);
  await settle(limits.signArmDelayMs);
}

describe('sign window', () => {
  it('signs what is shown, after a password, and shows the number', async () => {
    const { approve, unlocking } = open();
    await ready();
    type(PASSWORD);
    await press(signButton());
    expect(unlocking.mock.calls.map(([key]: unknown[]) => key)).toEqual([
      {
        certificate: signView.certificates[0]?.sha256,
        password: PASSWORD,
      },
    ]);
    expect(approve).toHaveBeenCalledWith({
      requestId: 'request-1',
      document: prepared.document,
      edits: { certificate: signView.certificates[0]?.sha256, lines: {}, supplier: {} },
      reason: null,
    });
    await settle();
    expect(screen.getByText('Signed and archived')).toBeTruthy();
    expect(screen.getByText('26X 100 208')).toBeTruthy();
  });

  it('never writes the password into the document, and forgets it at the act', async () => {
    open({ unlock: () => Promise.reject(new CountersignError('vault/wrong-password')) });
    await ready();
    type(PASSWORD);
    fireEvent.keyUp(passwordBox(), { key: 'a' });
    expect(document.documentElement.outerHTML).not.toContain(PASSWORD);
    expect(document.body.textContent).not.toContain(PASSWORD);
    await press(signButton());
    expect(passwordBox().value).toBe('');
    expect(document.documentElement.outerHTML).not.toContain(PASSWORD);
  });

  it('keeps the reason and the edits after a wrong password, and signs nothing', async () => {
    const { approve } = open({
      document: stopDocument,
      unlock: () => Promise.reject(new CountersignError('vault/wrong-password')),
    });
    await ready();
    fireEvent.change(screen.getByLabelText('Reason for this order'), {
      target: { value: 'New hospice contract' },
    });
    type(PASSWORD);
    await press(signButton());
    expect(screen.getByRole('alert').textContent).toContain('The password is wrong');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason for this order').value).toBe(
      'New hospice contract',
    );
    expect(approve).not.toHaveBeenCalled();
  });

  it('signs nothing for a script’s click', async () => {
    const { approve, unlocking } = open();
    await ready();
    type(PASSWORD);
    await press(signButton(), false);
    expect(unlocking).not.toHaveBeenCalled();
    await press(signButton(), true);
    expect(approve).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['blur', () => window.dispatchEvent(new Event('blur'))],
    ['resize', () => window.dispatchEvent(new Event('resize'))],
    ['hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('arms anew after %s: a click before the delay signs nothing', async (_name, disturb) => {
    const { approve } = open();
    await ready();
    type(PASSWORD);
    act(() => void disturb());
    await press(signButton());
    await settle(limits.signArmDelayMs - 150);
    await press(signButton());
    expect(approve).not.toHaveBeenCalled();
    await settle(200);
    await press(signButton());
    expect(approve).toHaveBeenCalledTimes(1);
  });

  it('does not arm while the window is not focused', async () => {
    focused = false;
    const { approve } = open();
    await ready();
    type(PASSWORD);
    await press(signButton());
    expect(approve).not.toHaveBeenCalled();
    expect(signButton().getAttribute('aria-disabled')).toBe('true');
  });

  it('signs nothing while anything blocks', async () => {
    const { approve } = open({ document: blockedDocument });
    await ready();
    type(PASSWORD);
    await press(signButton());
    expect(approve).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('Line 2 is schedule C-IIN');
  });

  it('wants a specific reason where the order is far from the usual', async () => {
    const { approve } = open({ document: stopDocument });
    await ready();
    type(PASSWORD);
    fireEvent.change(screen.getByLabelText('Reason for this order'), { target: { value: 'needed   ' } });
    await press(signButton());
    expect(approve).not.toHaveBeenCalled();
    fireEvent.change(screen.getByLabelText('Reason for this order'), {
      target: { value: 'New hospice contract' },
    });
    type(PASSWORD);
    await press(signButton());
    expect(approve).toHaveBeenCalledWith(expect.objectContaining({ reason: 'New hospice contract' }));
  });

  it('shows what the product isn’t first, and lets nobody past who hasn’t accepted', async () => {
    const { acceptHonesty } = open({ view: { honestyAccepted: false } });
    await ready();
    expect(screen.queryByRole('button', { name: 'Sign order' })).toBeNull();
    const accept = screen.getByRole<HTMLButtonElement>('button', { name: 'Accept and go on' });
    expect(accept.disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox'));
    typePin('Ana Ruiz', '2468');
    await press(accept);
    expect(acceptHonesty).toHaveBeenCalledWith({ personId: 'ana', pin: '2468' });
    await ready();
    expect(signButton()).toBeTruthy();
  });

  it('accepts nothing without the holder’s PIN, or with a wrong one', async () => {
    const acceptHonesty = vi.fn<Desk['acceptHonesty']>(async ({ pin }) => {
      if (pin !== '2468') throw new CountersignError('people/wrong-pin', { name: 'Ana Ruiz' });
    });
    open({ view: { honestyAccepted: false }, desk: { acceptHonesty } });
    await ready();
    const accept = screen.getByRole('button', { name: 'Accept and go on' });
    typePin('Ana Ruiz', '2468');
    fireEvent.keyDown(screen.getByLabelText('PIN of Ana Ruiz'), { key: 'Enter' });
    expect(acceptHonesty).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('checkbox'));
    typePin('Ana Ruiz', '');
    await press(accept);
    expect(acceptHonesty).not.toHaveBeenCalled();
    expect(screen.getByText(/Enter the PIN of Ana Ruiz/)).toBeTruthy();
    typePin('Ana Ruiz', '1357');
    await press(accept);
    expect(screen.getByRole('alert').textContent).toContain('The PIN is wrong for Ana Ruiz');
    expect(screen.getByLabelText<HTMLInputElement>('PIN of Ana Ruiz').value).toBe('');
    await ready();
    expect(screen.queryByRole('button', { name: 'Sign order' })).toBeNull();
    typePin('Ana Ruiz', '2468');
    await press(accept);
    await ready();
    expect(signButton()).toBeTruthy();
  });

  it('asks again when another holder is to sign', async () => {
    const { acceptHonesty } = open({
      view: { honestyAccepted: false, certificates: [...signView.certificates, secondCertificate] },
    });
    await ready();
    fireEvent.click(screen.getByRole('checkbox'));
    typePin('Ana Ruiz', '2468');
    await press(screen.getByRole('button', { name: 'Accept and go on' }));
    await ready();
    fireEvent.click(screen.getByRole('radio', { name: /Miriam Holt/ }));
    await settle();
    expect(screen.getByRole('button', { name: 'Accept and go on' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('PIN of Miriam Holt').value).toBe('');
    expect(acceptHonesty).toHaveBeenCalledTimes(1);
  });

  it('sends what completes the order, and only what is a number', async () => {
    const { prepareDocument } = open({ view: { draft: gappyDraft }, document: gappyDocument });
    await ready();
    const size = screen.getByLabelText('Package size of line 1');
    fireEvent.change(size, { target: { value: '1e2' } });
    await settle(300);
    expect(prepareDocument.mock.lastCall?.[1].lines).toEqual({ 1: {} });
    fireEvent.change(size, { target: { value: '100' } });
    fireEvent.change(screen.getByLabelText('Schedule of line 2'), { target: { value: '2N' } });
    fireEvent.click(screen.getByRole('checkbox', { name: /I compared line 3/ }));
    fireEvent.change(screen.getByLabelText('Supplier’s DEA number'), { target: { value: 'RM0123454' } });
    await settle(300);
    expect(prepareDocument.mock.lastCall?.[1]).toEqual({
      certificate: signView.certificates[0]?.sha256,
      lines: { 1: { packageSize: 100 }, 2: { schedule: '2N' }, 3: { confirmed: true } },
      supplier: { deaNumber: 'RM0123454' },
    });
  });

  it('asks for a part of the supplier that can’t be used as it stands, and keeps it while it is mended', async () => {
    const address = { ...signView.draft.supplier.address, state: 'Texas', postalCode: '7870' };
    const unusable = (part: 'state' | 'postalCode') =>
      finding('blocks', 'order/supplier-address-missing', {
        field: `supplier.address.${part}`,
        params: { value: part },
      });
    const prepareDocument = vi.fn<Desk['prepareDocument']>(async (_id, { supplier }) => {
      const findings = [
        ...(supplier.state === 'TX' ? [] : [unusable('state')]),
        ...(supplier.postalCode === '78701' ? [] : [unusable('postalCode')]),
      ];
      return findings.length > 0 ? { ...gappyDocument, findings } : prepared;
    });
    open({
      view: { draft: { ...signView.draft, supplier: { ...signView.draft.supplier, address } } },
      desk: { prepareDocument },
    });
    await ready();
    const state = screen.getByLabelText<HTMLInputElement>('Supplier’s state (two letters)');
    const zip = screen.getByLabelText<HTMLInputElement>('Supplier’s ZIP code');
    expect([state.value, zip.value]).toEqual(['Texas', '7870']);
    expect(screen.getByText(/Enter the two letters of the state/)).toBeTruthy();
    expect(screen.getByText('2 fields under “Complete the order” are still open.')).toBeTruthy();
    expect(screen.queryByLabelText('Supplier’s city')).toBeNull();
    fireEvent.change(state, { target: { value: 'TX' } });
    fireEvent.change(zip, { target: { value: '78701' } });
    await ready();
    expect(prepareDocument.mock.lastCall?.[1].supplier).toEqual({ state: 'TX', postalCode: '78701' });
    expect([state.isConnected, zip.isConnected]).toEqual([true, true]);
    expect(screen.queryByText(/Enter the two letters/)).toBeNull();
    expect(signButton().getAttribute('aria-disabled')).toBe('false');
  });

  it('names what blocks and no field asks for', async () => {
    const findings = [
      finding('blocks', 'order/supplier-name-missing'),
      finding('blocks', 'certificate/schedule-not-allowed', {
        params: { line: 2, schedule: 'C-IIN', allowed: 'C-III' },
        field: 'lines.2.schedule',
      }),
    ];
    open({ document: { ...gappyDocument, findings } });
    await ready();
    expect(screen.getByRole('alert').textContent).toContain('The supplier’s name is missing');
    expect(screen.getByRole('alert').textContent).toContain('Line 2 is schedule C-IIN');
    expect(screen.queryByText(/still open/)).toBeNull();
    expect(screen.queryByLabelText('Schedule of line 2')).toBeNull();
  });

  it('says once what a field asks for', async () => {
    open({ view: { draft: gappyDraft }, document: gappyDocument });
    await ready();
    expect(screen.getByText('5 fields under “Complete the order” are still open.')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
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
    type(PASSWORD);
    await press(signButton());
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(signButton().getAttribute('aria-disabled')).toBe('true');
    await ready();
    expect(prepareDocument).toHaveBeenCalledTimes(2);
    const reason = screen.queryByLabelText('Reason for this order');
    expect(reason !== null).toBe(then.reasonRequired);
    if (reason) fireEvent.change(reason, { target: { value: 'New hospice contract' } });
    type(PASSWORD);
    await press(signButton());
    expect(approve).toHaveBeenLastCalledWith(
      expect.objectContaining({
        document: later.document,
        reason: then.reasonRequired ? 'New hospice contract' : null,
      }),
    );
    await settle();
    expect(screen.getByText('Signed and archived')).toBeTruthy();
  });

  it('refuses only with a reason', async () => {
    const { refuse, lock } = open();
    await ready();
    fireEvent.click(screen.getByRole('button', { name: 'Refuse…' }));
    await settle();
    fireEvent.click(screen.getByRole('button', { name: 'Refuse order' }));
    expect(refuse).not.toHaveBeenCalled();
    fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'Too many' } });
    fireEvent.click(screen.getByRole('button', { name: 'Refuse order' }));
    await settle(300);
    expect(refuse).toHaveBeenCalledWith('request-1', 'Too many');
    expect(lock).toHaveBeenCalled();
    expect(screen.getByRole('heading', { name: 'Refused' })).toBeTruthy();
  });

  it('locks the key when the window goes', async () => {
    const { lock } = open();
    await ready();
    window.dispatchEvent(new Event('pagehide'));
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it('puts the sign button below every line', async () => {
    open();
    await ready();
    const last = screen.getByText('Fentanyl 25 mcg/h transdermal system');
    expect(last.compareDocumentPosition(signButton()) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });
});
