// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OrderNumber } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { say } from '@/lib/words';
import { ana } from '@/tests/gallery/fixtures';
import { byPin, press, showWorkspace as show } from '@/tests/gallery/show-workspace';

afterEach(cleanup);

describe('the archive page', () => {
  it('says what keeps the archive from being written, and offers the way out', async () => {
    let readOnly = true;
    const remakeOverview = vi.fn(async () => {
      readOnly = false;
    });
    const fault = { code: 'archive/storage-full', params: {} } as const;
    const { send } = show('/archive', {
      remakeOverview,
      archiveStanding: async () => ({ readOnly, fault: readOnly ? fault : null, sameNumbers: [] }),
    });
    expect(await screen.findByText(say('archive.old-overview'))).toBeTruthy();
    expect(screen.getByText(say('archive/storage-full'))).toBeTruthy();
    await press(say('archive.remake'));
    await waitFor(() => expect(screen.queryByText(say('archive.old-overview'))).toBeNull());
    expect(remakeOverview).toHaveBeenCalledOnce();
    expect(send).toHaveBeenCalledWith('archive.changed', {});
  });

  it('names the numbers that two orders carry', async () => {
    const sameNumbers = ['26X100208' as OrderNumber];
    show('/archive', { archiveStanding: async () => ({ readOnly: false, fault: null, sameNumbers }) });
    expect(await screen.findByText(/26X100208/)).toBeTruthy();
  });

  it('tells an overview that differs from records that don’t hold, and makes it anew', async () => {
    const remakeOverview = vi.fn(async () => undefined);
    show('/archive', {
      remakeOverview,
      verifyArchive: async () => ({
        ...{ ok: false, events: 12, broken: null },
        differs: { table: 'orders', key: 'order-1', number: '26X100208' as OrderNumber },
      }),
    });
    await press(say('archive.verify'));
    expect(await screen.findByText(say('archive.differs'))).toBeTruthy();
    expect(screen.getByText(/order 26X100208/)).toBeTruthy();
    await press(say('archive.remake'));
    expect(await screen.findByText(say('archive.remade'))).toBeTruthy();
    expect(remakeOverview).toHaveBeenCalledOnce();
  });
});

describe('legal holds in settings', () => {
  it('are placed with a reason and lifted by name', async () => {
    const hold = {
      ...{ id: 'AP/s/7', registrant: null, registrantName: null },
      ...{ reason: 'subpoena of the county court', since: 1, by: ana.name },
    };
    const liftHold = vi.fn<Desk['liftHold']>(async () => undefined);
    const placeHold = vi.fn<Desk['placeHold']>(async () => undefined);
    const retention = async () => ({
      ...{ years: 2, holds: [hold] },
      locations: [{ name: 'Corner', deaNumber: 'AP5836727' as never, years: null }],
    });
    show('/settings', { retention, liftHold, placeHold });
    await press(say('hold.lift-of', { reason: hold.reason }));
    await byPin(say('hold.lift'));
    expect(liftHold).not.toHaveBeenCalled();
    const reason = 'the court closed the matter';
    fireEvent.change(screen.getByLabelText(say('hold.reason')), { target: { value: reason } });
    await byPin(say('hold.lift'));
    await waitFor(() =>
      expect(liftHold.mock.calls[0]?.[0]).toMatchObject({ hold: 'AP/s/7', reason, personId: ana.id }),
    );
    await press(say('hold.place'));
    fireEvent.change(await screen.findByLabelText(say('hold.of')), { target: { value: 'AP5836727' } });
    fireEvent.change(screen.getByLabelText(say('hold.reason')), { target: { value: reason } });
    await byPin(say('hold.place'));
    await waitFor(() =>
      expect(placeHold.mock.calls[0]?.[0]).toMatchObject({ registrant: 'AP5836727', reason }),
    );
  });
});
