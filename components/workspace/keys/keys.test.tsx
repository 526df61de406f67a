// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { CertificateChoice, Desk } from '@/lib/desk';
import { say } from '@/lib/words';
import { fakeDesk, fakeServices } from '@/tests/gallery/fake-desk';
import { ana, certificate } from '@/tests/gallery/fixtures';
import { tokenCertificate } from '@/tests/gallery/token-fixtures';
import { ServicesProvider } from '../../page/services';
import { WaitNotice } from '../../ui/wait-notice';
import { KeyActions } from './key-actions';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show(desk: Partial<Desk>, chosen: CertificateChoice = certificate) {
  const done = vi.fn<(sentence: string) => void>();
  const send = vi.fn(() => Promise.resolve(undefined));
  render(
    <ServicesProvider value={fakeServices({ desk: fakeDesk(desk), send })}>
      <KeyActions certificate={chosen} onDone={done} />
    </ServicesProvider>,
  );
  return { done, send };
}
const { commonName: name } = certificate;
const press = (label: string) => fireEvent.click(screen.getByRole('button', { name: label }));
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { exact: true });
const type = (label: string, value: string) => fireEvent.change(field(label), { target: { value } });

describe('another password', () => {
  it('is typed twice; both fields are emptied once it holds', async () => {
    const changeKeyPassword = vi.fn<Desk['changeKeyPassword']>(async () => undefined);
    const { done } = show({ changeKeyPassword });
    press(say('keys.change-of', { name }));
    await screen.findByLabelText(say('keys.old'));
    type(say('keys.old'), 'the old password');
    type(say('keys.new'), 'the new password');
    type(say('keys.new-again'), 'the now password');
    press(say('keys.change-yes'));
    expect(await screen.findByText(say('keys.new-differ'))).toBeTruthy();
    expect(changeKeyPassword).not.toHaveBeenCalled();
    type(say('keys.new-again'), 'the new password');
    press(say('keys.change-yes'));
    await waitFor(() => expect(done).toHaveBeenCalledWith(say('keys.changed', { name })));
    expect(changeKeyPassword).toHaveBeenCalledWith({
      certificate: certificate.sha256,
      password: 'the old password',
      newPassword: 'the new password',
    });
  });

  it('says what was wrong and asks the old one again', async () => {
    show({ changeKeyPassword: () => Promise.reject(new CountersignError('vault/wrong-password')) });
    press(say('keys.change-of', { name }));
    await screen.findByLabelText(say('keys.old'));
    type(say('keys.old'), 'the old password');
    press(say('keys.change-yes'));
    expect(await screen.findByText(say('vault/wrong-password'))).toBeTruthy();
    expect(field(say('keys.old')).value).toBe('');
  });
});

describe('deleting a key', () => {
  it('says what it means, asks the PIN of who is working, and locks it everywhere', async () => {
    const removeKey = vi.fn<Desk['removeKey']>(async () => undefined);
    const { done, send } = show({ removeKey });
    press(say('keys.delete-of', { name }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(say('keys.delete-for-good'))).toBeTruthy();
    expect(within(dialog).getByText(say('keys.delete-orders'))).toBeTruthy();
    type(say('ui.who.pin'), '2468');
    press(say('keys.delete-yes'));
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(removeKey).toHaveBeenCalledWith({
      certificate: certificate.sha256,
      personId: ana.id,
      pin: '2468',
    });
    expect(send.mock.calls.map(([message]: unknown[]) => message)).toEqual(['sign.lock', 'archive.changed']);
  });

  it('stops at a wrong PIN, which it forgets', async () => {
    const { done } = show({
      removeKey: () => Promise.reject(new CountersignError('people/wrong-pin', { name: 'Ana' })),
    });
    press(say('keys.delete-of', { name }));
    await screen.findByText(say('keys.delete-for-good'));
    type(say('ui.who.pin'), '0000');
    press(say('keys.delete-yes'));
    expect(await screen.findByText(say('people/wrong-pin', { name: 'Ana' }))).toBeTruthy();
    expect(field(say('ui.who.pin')).value).toBe('');
    expect(done).not.toHaveBeenCalled();
  });

  it('of a token speaks of its entry only, and offers no other password', async () => {
    show({}, tokenCertificate);
    const of = { name: tokenCertificate.commonName };
    expect(screen.queryByRole('button', { name: say('keys.change-of', of) })).toBeNull();
    press(say('keys.forget-of', of));
    expect(await screen.findByText(say('keys.forget-more'))).toBeTruthy();
  });
});

describe('waiting after wrong passwords', () => {
  it('counts down, and tells a screen reader at the beginning and the end', async () => {
    render(<WaitNotice seconds={2} />);
    expect(screen.getByRole('alert').textContent).toBe(say('vault/wait', { count: 2 }));
    await screen.findByText(say('vault/wait', { count: 1 }), {}, { timeout: 3_000 });
    expect(screen.getByRole('alert').textContent).toBe(say('vault/wait', { count: 2 }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(say('keys.wait-over')), {
      timeout: 4_000,
    });
  });
});
