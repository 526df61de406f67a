// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CountersignError, omit } from '@/lib/base';
import type { Desk, ProfileChange } from '@/lib/desk';
import { builtInProfiles, profileFile, type PortalProfile } from '@/lib/portal';
import { fakeDesk, fakeServices } from '@/tests/gallery/fake-desk';
import { suppliers } from '@/tests/gallery/fixtures';
import { ServicesProvider, type Services } from '../../page/services';
import { SuppliersPage } from '../suppliers-page';

afterEach(cleanup);

const [known] = suppliers as readonly [PortalProfile];
const name = known.supplier.name ?? '';
const taught: PortalProfile = {
  ...known,
  verified: false,
  reading: { lines: { row: 'tr' }, page: { orderNumber: { label: 'po #', selector: null } } },
  taughtOver: null,
};

function show(desk: Partial<Desk> = {}, services: Partial<Services> = {}) {
  render(
    <ServicesProvider value={fakeServices({ desk: fakeDesk(desk), ...services })}>
      <SuppliersPage />
    </ServicesProvider>,
  );
  return userEvent.setup();
}

const button = (named: string) => screen.findByRole('button', { name: named });

describe('the suppliers page', () => {
  it('lets a person confirm that a portal is read right, undo a teaching, and remove the rules', async () => {
    const acts = { confirmSupplier: vi.fn(), undoTeaching: vi.fn(), forgetTaught: vi.fn() };
    const user = show({ ...acts, suppliers: async () => [taught] });
    expect(await screen.findByText(/1 rule of its own/)).toBeTruthy();
    await user.click(await button(`It reads right: ${name}`));
    await user.click(await button(`Undo the last teaching: ${name}`));
    await user.click(await button(`Remove all rules: ${name}`));
    for (const act of Object.values(acts)) await waitFor(() => expect(act).toHaveBeenCalledWith(taught.id));
  });

  it('offers none of that where there is nothing to confirm, to undo or to remove', async () => {
    const plain = omit(taught, 'taughtOver', 'reading');
    show({ suppliers: async () => [{ ...plain, verified: true }] });
    expect(await screen.findByText('Reads right')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /It reads right|Undo|Remove all/ })).toBeNull();
  });

  it('says what the organisation set, and which entry of its policy it cannot take', async () => {
    const policy = { profiles: [{ id: 'reef', hosts: ['*'], mode: 'companion' }] };
    show({ suppliers: async () => [{ ...taught, origin: 'policy' }] }, { policy: async () => policy });
    expect(await screen.findByText(/set by your IT/)).toBeTruthy();
    expect(await screen.findByText(/Entry 1 \(reef\)/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Remove all/ })).toBeNull();
  });

  it('takes a portal that came with the product into a form that begins with what is known', async () => {
    const saveSupplier = vi.fn<Desk['saveSupplier']>(async () => {});
    const [builtIn] = builtInProfiles as readonly [PortalProfile];
    const user = show({ saveSupplier });
    await user.click(await button(`Take ${builtIn.supplier.name}`));
    const dialog = await screen.findByRole('dialog', { name: 'Add supplier' });
    await user.click(within(dialog).getByRole('button', { name: 'Save and allow the site' }));
    await waitFor(() => expect(saveSupplier).toHaveBeenCalledTimes(1));
    expect(saveSupplier.mock.calls[0]?.[0]).toMatchObject({
      ...{ id: builtIn.id, hosts: builtIn.hosts, reading: builtIn.reading },
      ...{ origin: 'built-in', verified: false, mode: 'companion' },
    });
  });
});

describe('profiles as files', () => {
  const reef: PortalProfile = { ...taught, id: 'reef', hosts: ['reef.example'] };
  const changes: readonly ProfileChange[] = [
    { profile: reef, what: 'new', before: null },
    { profile: { ...known, hosts: ['new.example'] }, what: 'changed', before: known },
    { profile: { ...known, id: 'same' }, what: 'same', before: known },
    { profile: { ...known, id: 'fixed', origin: 'policy' }, what: 'policy', before: known },
  ];
  const file = new File(['{}'], 'profiles.json', { type: 'application/json' });

  it('show what would change, and keep that alone and only when told to', async () => {
    const takeProfiles = vi.fn<Desk['takeProfiles']>(async (profiles) => profiles.length);
    const user = show({ profileChanges: async () => changes, takeProfiles });
    await user.upload(await screen.findByLabelText('File with profiles'), file);
    expect(await screen.findByText(/^New: .*reef\.example/)).toBeTruthy();
    expect(await screen.findByText(/sites .* → new\.example/)).toBeTruthy();
    expect(await screen.findByText(/stays as it is: it is set by your IT/)).toBeTruthy();
    expect(takeProfiles).not.toHaveBeenCalled();
    await user.click(await button('Take 2 profiles'));
    expect(await screen.findByText('2 profiles were taken.')).toBeTruthy();
    expect(takeProfiles.mock.calls[0]?.[0].map(({ id }) => id)).toEqual(['reef', known.id]);
  });

  it('are left alone at a word, or where the file is none', async () => {
    const takeProfiles = vi.fn<Desk['takeProfiles']>();
    const fault = new CountersignError('portal/profile-file-unreadable', { detail: 'JSON, line 3' });
    const profileChanges = vi
      .fn<Desk['profileChanges']>()
      .mockResolvedValueOnce(changes)
      .mockRejectedValueOnce(fault);
    const user = show({ profileChanges, takeProfiles });
    const field = await screen.findByLabelText('File with profiles');
    await user.upload(field, file);
    await user.click(await button('Leave everything as it is'));
    expect(screen.queryByText(/^New:/)).toBeNull();
    await user.upload(field, new File(['{'], 'torn.json', { type: 'application/json' }));
    expect(await screen.findByText(/JSON, line 3/)).toBeTruthy();
    expect(takeProfiles).not.toHaveBeenCalled();
  });

  it('are saved whole', async () => {
    const saveFile = vi.fn<Services['saveFile']>();
    const text = profileFile([known]);
    const user = show({ profilesFile: async () => text }, { saveFile });
    await user.click(await button('Save profiles'));
    await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(1));
    expect(new TextDecoder().decode(saveFile.mock.calls[0]?.[1])).toBe(text);
  });
});
