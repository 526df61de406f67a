// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { Desk, PackProgress } from '@/lib/desk';
import { fakeDesk, fakeServices } from '@/tests/gallery/fake-desk';
import { ServicesProvider, type FileSink } from '../../page/services';
import { InspectionSection } from './inspection-section';

afterEach(cleanup);

const HASH = 'ab'.repeat(32);
const whole: PackProgress = {
  done: 731,
  total: 731,
  orders: 12,
  records: 3,
  files: 61,
  manifestSha256: HASH,
};

type Pack = Desk['inspectionPack'];

async function open(inspectionPack: Pack, sink: FileSink | null) {
  const chooseFile = vi.fn<(name: string) => Promise<FileSink | null>>(async () => sink);
  render(
    <ServicesProvider value={fakeServices({ desk: fakeDesk({ inspectionPack }), chooseFile })}>
      <InspectionSection />
    </ServicesProvider>,
  );
  const user = userEvent.setup();
  const make = () => user.click(screen.getByRole('button', { name: 'Make inspection pack' }));
  await make();
  const who = await screen.findByLabelText<HTMLSelectElement>('Who does this');
  await waitFor(() => expect(who.value).toBe('ana'));
  await waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>('Location').value).not.toBe(''));
  return { user, make, chooseFile };
}

const take: FileSink = async (bytes) => {
  await new Response(bytes).blob();
};

describe('making an inspection pack', () => {
  it('asks for two years of this location, leaves out what nobody asked for, and says what was made', async () => {
    const pack = vi.fn<Pack>(async (_wish, onProgress) => ({
      ...{ name: 'inspection.zip', fault: () => null },
      stream: new ReadableStream({
        start(controller) {
          onProgress(whole);
          controller.close();
        },
      }),
    }));
    const { user, make, chooseFile } = await open(pack, take);
    await user.type(screen.getByLabelText('PIN'), '4711');
    await make();
    expect(await screen.findByText(/The pack is saved: 12 orders, 3 other records, 61 files/)).toBeTruthy();
    expect(screen.getByText(HASH)).toBeTruthy();
    const [wish] = pack.mock.calls[0] ?? [];
    expect(wish).toMatchObject({ personId: 'ana', pin: '4711', withSom: false, withStaff: false });
    expect(chooseFile).toHaveBeenCalledWith(
      `inspection-${wish?.registrant}-${wish?.from}-to-${wish?.to}.zip`,
    );
    const years = Number(wish?.to.slice(0, 4)) - Number(wish?.from.slice(0, 4));
    expect(years).toBe(2);
  });

  it('makes nothing while the period can’t be, or when no place was chosen for the file', async () => {
    const pack = vi.fn<Pack>();
    const { user, make, chooseFile } = await open(pack, null);
    await user.selectOptions(screen.getByLabelText('Period'), 'From and to…');
    await user.type(screen.getByLabelText('First day'), '2026-11-02');
    await user.type(screen.getByLabelText('Last day'), '2026-11-01');
    await make();
    expect(await screen.findByText(/The last day lies before the first one/)).toBeTruthy();
    expect(chooseFile).not.toHaveBeenCalled();
    await user.selectOptions(screen.getByLabelText('Period'), 'The last year');
    await make();
    await waitFor(() => expect(chooseFile).toHaveBeenCalledTimes(1));
    expect(pack).not.toHaveBeenCalled();
  });

  it('shows how far it is, can be cancelled, and says so', async () => {
    let given: AbortSignal | null = null;
    const pack: Pack = async (_wish, onProgress, signal) => ({
      fault: () => (given?.aborted ? { code: 'pack/cancelled', params: {} } : null),
      name: 'inspection.zip',
      stream: new ReadableStream({
        start(controller) {
          given = signal;
          onProgress({ ...whole, done: 300, manifestSha256: null });
          signal.addEventListener('abort', () => controller.error(new CountersignError('pack/cancelled')));
        },
      }),
    });
    const { user, make } = await open(pack, take);
    await make();
    const bar = await screen.findByLabelText<HTMLProgressElement>('Days of the period gone through');
    await waitFor(() => expect(bar.value).toBe(300));
    expect(screen.getByText('12 orders so far')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Cancel the pack' }));
    expect(await screen.findByText(/The pack was cancelled/)).toBeTruthy();
    expect(screen.queryByText(/The pack is saved/)).toBeNull();
  });
});
