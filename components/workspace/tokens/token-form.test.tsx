// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { fakeDesk, fakeServices } from '@/tests/gallery/fake-desk';
import { helper, tokenCertificate, tokenName, tokenWith } from '@/tests/gallery/token-fixtures';
import { ServicesProvider } from '../../page/services';
import { TokenForm } from './token-form';

afterEach(cleanup);

const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
async function press(name: string | RegExp) {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
}

function open(desk: Partial<Desk> = {}, allow = vi.fn(async () => true)) {
  const tokenHelper = vi.fn<Desk['tokenHelper']>(async () => helper);
  const addTokenCertificate = vi.fn<Desk['addTokenCertificate']>(async () => ({
    ...tokenCertificate,
    findings: [],
  }));
  const tokens = vi.fn<Desk['tokens']>(async () => [tokenWith()]);
  const onAdded = vi.fn();
  render(
    <ServicesProvider
      value={fakeServices({
        desk: fakeDesk({ tokenHelper, tokens, addTokenCertificate, ...desk }),
        tokenHelper: { allow },
      })}
    >
      <TokenForm onAdded={onAdded} />
    </ServicesProvider>,
  );
  return { allow, tokenHelper, tokens, addTokenCertificate, onAdded };
}

describe('finding a token', () => {
  it('asks the browser first thing in the click, and the helper only after a yes', async () => {
    const { allow, tokenHelper } = open(
      {},
      vi.fn(async () => false),
    );
    expect(tokenHelper).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Find my token' }));
    expect(allow).toHaveBeenCalledTimes(1);
    await settle();
    expect(tokenHelper).not.toHaveBeenCalled();
    expect(screen.getByText(/was not allowed to talk/)).toBeTruthy();
  });

  it('leads to the certificate, which is added as the token names itself', async () => {
    const { addTokenCertificate, tokens, onAdded } = open();
    await press('Find my token');
    await press('Show tokens');
    expect(tokens).toHaveBeenCalledWith('/usr/lib/libeToken.so');
    await press(/^Use this certificate: Dana Whitfield/);
    expect(addTokenCertificate).toHaveBeenCalledWith({
      module: '/usr/lib/libeToken.so',
      token: tokenName,
      certificate: tokenCertificate.sha256,
    });
    expect(onAdded).toHaveBeenCalledTimes(1);
    expect(screen.getByText('Among your certificates')).toBeTruthy();
  });

  it('offers no unfit certificate, and says why', async () => {
    open();
    await press('Find my token');
    await press('Show tokens');
    expect(screen.getAllByRole('button', { name: /^Use this certificate/ })).toHaveLength(1);
    expect(screen.getByText(/The certificate of Dana Whitfield expired/)).toBeTruthy();
  });

  it('takes a driver by its path, and wants one', async () => {
    const { tokens } = open({ tokenHelper: async () => ({ ...helper, modules: [] }) });
    await press('Find my token');
    await press('Show tokens');
    expect(tokens).not.toHaveBeenCalled();
    expect(screen.getByText('Give the whole path of the driver’s file.')).toBeTruthy();
    const path = screen.getByLabelText('Path of the PKCS#11 module');
    fireEvent.change(path, { target: { value: ' /opt/token/libp11.so ' } });
    fireEvent.keyDown(path, { key: 'Enter' });
    await settle();
    expect(tokens).toHaveBeenCalledWith('/opt/token/libp11.so');
  });

  it.each(['host/missing', 'host/forbidden', 'host/too-old'] as const)(
    'says how the helper is installed: %s',
    async (code) => {
      const fault = { code, params: { version: '0.0.9' } };
      open({ tokenHelper: async () => ({ permitted: true, version: null, modules: [], fault }) });
      await press('Find my token');
      expect(screen.getByRole('heading', { name: 'Install the token helper' })).toBeTruthy();
      expect(screen.getByRole('button', { name: 'Look again' })).toBeTruthy();
    },
  );

  it('looks again through the same driver once a token was put in', async () => {
    const tokens = vi
      .fn<Desk['tokens']>(async () => [tokenWith()])
      .mockRejectedValueOnce(new CountersignError('token/none'));
    open({ tokens });
    await press('Find my token');
    await press('Show tokens');
    expect(screen.getByText(/No token is plugged in/)).toBeTruthy();
    await press('Look again');
    expect(tokens).toHaveBeenCalledTimes(2);
    expect(screen.getByText('1 token is plugged in')).toBeTruthy();
  });

  it('shows and copies what the helper diagnosed', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    open();
    await press('Find my token');
    await press('Diagnose');
    await press('Copy for support');
    expect(writeText.mock.calls[0]?.[0]).toContain('OpenSC: doesn’t work. loads, but pcscd');
  });
});
