// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { secondCertificate, signView } from '@/tests/gallery/fixtures';
import { inSignWindow, open, press, ready, settle, signButton, typePin } from '@/tests/support/sign-window';

inSignWindow();

describe('the honest reading', () => {
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
});
