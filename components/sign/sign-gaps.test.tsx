// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { finding } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { gappyDocument, gappyDraft, prepared, signView } from '@/tests/gallery/fixtures';
import { inSignWindow, open, ready, settle, signButton } from '@/tests/support/sign-window';

inSignWindow();

describe('completing an order', () => {
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

  it('asks whether these are all lines, where the page states more', async () => {
    const { prepareDocument } = open({
      view: { draft: { ...signView.draft, missing: { shown: 2, stated: 12 } } },
      document: {
        ...gappyDocument,
        findings: [finding('blocks', 'order/lines-missing', { field: 'lines' })],
      },
    });
    await ready();
    expect(screen.getByText('1 field under “Complete the order” is still open.')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /the 2 lines here are all .* states 12/ }));
    await settle(300);
    expect(prepareDocument.mock.lastCall?.[1]).toEqual({
      certificate: signView.certificates[0]?.sha256,
      lines: {},
      supplier: {},
      wholeOrder: true,
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
});
