// @vitest-environment happy-dom
import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CountersignError, limits } from '@/lib/base';
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
}

function open({ view = {}, document: shown = prepared, unlock = async () => {} }: Setting = {}) {
  const approve = vi.fn(async () => ({
    orderNumber: '26X100208',
    delivered: { to: 'field', fault: null } as const,
  }));
  const lock = vi.fn(async () => {});
  const unlocking = vi.fn(unlock);
  const acceptHonesty = vi.fn(async () => {});
  const refuse = vi.fn(async () => {});
  const prepareDocument = vi.fn<Desk['prepareDocument']>(async () => shown);
  const desk = fakeDesk({
    signView: async () => ({
      ...signView,
      ...view,
      ...(approve.mock.calls.length > 0 && { state: { phase: 'signed', orderNumber: '26X100208' } as const }),
      ...(refuse.mock.calls.length > 0 && { state: { phase: 'refused', reason: 'Too many' } as const }),
    }),
    prepareDocument,
    acceptHonesty,
    refuse,
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
    expect(unlocking).toHaveBeenCalledWith({
      certificate: signView.certificates[0]?.sha256,
      password: PASSWORD,
    });
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
    await press(accept);
    expect(acceptHonesty).toHaveBeenCalledWith('ana');
    await ready();
    expect(signButton()).toBeTruthy();
  });

  it('asks again when another holder is to sign', async () => {
    const { acceptHonesty } = open({
      view: { honestyAccepted: false, certificates: [...signView.certificates, secondCertificate] },
    });
    await ready();
    fireEvent.click(screen.getByRole('checkbox'));
    await press(screen.getByRole('button', { name: 'Accept and go on' }));
    await ready();
    fireEvent.click(screen.getByRole('radio', { name: /Miriam Holt/ }));
    await settle();
    expect(screen.getByRole('button', { name: 'Accept and go on' })).toBeTruthy();
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
