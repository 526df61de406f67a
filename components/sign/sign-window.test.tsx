// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CountersignError, limits } from '@/lib/base';
import { blockedDocument, prepared, signView } from '@/tests/gallery/fixtures';
import {
  inSignWindow,
  loseFocus,
  open,
  passwordBox,
  PASSWORD,
  press,
  ready,
  settle,
  signButton,
  type,
} from '@/tests/support/sign-window';

inSignWindow();

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
      lowered: null,
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
    loseFocus();
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
