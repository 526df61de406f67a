// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Desk, RevocationView } from '@/lib/desk';
import { CountersignError, finding } from '@/lib/base';
import { say } from '@/lib/words';
import { fakeDesk, fakeServices } from '@/tests/gallery/fake-desk';
import { endedLists, revocation, withoutLists } from '@/tests/gallery/revocation-fixtures';
import { ServicesProvider } from '../../page/services';
import { CertificateStatusWord } from '../../ui/certificate-status';
import { ListImport } from './list-import';
import { RevocationLists } from './revocation-lists';

afterEach(cleanup);

function show(
  view: RevocationView,
  { desk = {}, leave = true }: { desk?: Partial<Desk>; leave?: boolean } = {},
) {
  const changed = vi.fn();
  const request = vi.fn<(patterns: readonly string[]) => Promise<boolean>>(() => Promise.resolve(leave));
  const sites = { request, granted: async () => true };
  render(
    <ServicesProvider value={fakeServices({ desk: fakeDesk(desk), sites })}>
      <RevocationLists view={view} onChanged={changed} />
    </ServicesProvider>,
  );
  return { changed, request };
}
const row = (name: RegExp) => screen.getByRole('row', { name });

describe('the revocation lists of each CA', () => {
  it('stand with number, end and origin where they are current', () => {
    show(revocation);
    expect(row(/Demo CSOS CA/).textContent).toMatch(/current.*1043.*in 6 days.*fetched from crl\.example/);
    expect(row(/Demo Root CA/).textContent).toMatch(/87.*less than a day.*imported by Ana Ruiz/);
  });

  it('say not checked where they ended or are not here, never anything that looks good', () => {
    show(endedLists);
    expect(row(/Demo CSOS CA/).textContent).toContain(say('lists.state.ended'));
    cleanup();
    show(withoutLists);
    expect(row(/Demo CSOS CA/).textContent).toContain(say('lists.state.absent'));
    expect(row(/Demo Root CA/).textContent).toContain(say('lists.no-host'));
    expect(document.querySelector('.tone-good')).toBeNull();
  });

  it('ask for leave first and fetch nothing where it is not given', async () => {
    const fetchLists = vi.fn<Desk['fetchLists']>(async () => []);
    const { request } = show(withoutLists, { desk: { fetchLists }, leave: false });
    fireEvent.click(screen.getByRole('button', { name: say('lists.allow', { host: 'crl.example' }) }));
    expect(request).toHaveBeenCalledWith(['http://crl.example/*']);
    await screen.findByText(say('lists.denied', { host: 'crl.example' }));
    expect(fetchLists).not.toHaveBeenCalled();
  });

  it('are fetched once for two presses, and what went wrong is said in its sentence', async () => {
    const url = 'http://crl.example/sub.crl';
    const fetchLists = vi.fn<Desk['fetchLists']>(async () => [{ code: 'crl/unreachable', params: { url } }]);
    const { changed } = show(endedLists, { desk: { fetchLists } });
    const button = screen.getByRole('button', { name: say('lists.fetch-one', { name: 'Demo CSOS CA' }) });
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByText(say('crl/unreachable', { url }));
    expect(fetchLists).toHaveBeenCalledTimes(1);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('have an empty state', () => {
    show({ cas: [], status: {}, zone: 'America/Chicago' });
    expect(screen.getByText(say('lists.empty'))).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('a list that is brought as a file', () => {
  const choose = (importList: Desk['importList']) => {
    render(
      <ServicesProvider value={fakeServices({ desk: fakeDesk({ importList }) })}>
        <ListImport onImported={() => undefined} />
      </ServicesProvider>,
    );
    const file = new File([Uint8Array.of(0x30, 0)], 'sub.crl');
    fireEvent.change(screen.getByLabelText(say('lists.file')), { target: { files: [file] } });
  };

  it('is refused with its sentence where it is older', async () => {
    const params = { issuer: 'Demo CSOS CA', number: '4', known: '5' };
    choose(() => Promise.reject(new CountersignError('crl/older', params)));
    expect(within(await screen.findByRole('alert')).getByText(say('crl/older', params))).toBeTruthy();
  });

  it('is taken in before the next one can be chosen', async () => {
    choose(() => new Promise(() => undefined));
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>(say('lists.file')).disabled).toBe(true),
    );
  });

  it('is named with its number where it is taken', async () => {
    const desk = fakeDesk();
    choose((file) => desk.importList(file));
    await screen.findByText(say('lists.import-done', { number: '1043' }));
  });
});

describe('the status of a certificate', () => {
  const fault = finding('blocks', 'certificate/revoked', { params: { subject: 'x', date: '2026-10-02' } });
  it.each([
    [{ state: 'not-checked' }, 'not checked', 'tone-unchecked'],
    [{ state: 'revoked', fault }, 'revoked on Oct 2, 2026', 'tone-stop'],
    [{ state: 'expired', fault }, 'expired', 'tone-stop'],
    [{ state: 'refused', fault }, 'can’t sign', 'tone-stop'],
  ] as const)('%o', (status, words, tone) => {
    const { container } = render(<CertificateStatusWord status={status} zone="America/Chicago" />);
    expect(container.textContent).toBe(words);
    expect(container.querySelector(`.${tone}`)).not.toBeNull();
    expect(container.querySelector('.tone-good')).toBeNull();
  });
});
