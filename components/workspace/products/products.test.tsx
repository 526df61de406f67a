// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CountersignError } from '@/lib/base';
import type { Desk } from '@/lib/desk';
import { fakeDesk, fakeServices } from '@/tests/gallery/fake-desk';
import { productDesk, productsView } from '@/tests/gallery/product-fixtures';
import { ServicesProvider } from '../../page/services';
import { ProductsPage } from './products-page';

afterEach(cleanup);

function show(desk: Partial<Desk>) {
  render(
    <ServicesProvider value={fakeServices({ desk: fakeDesk(desk) })}>
      <ProductsPage />
    </ServicesProvider>,
  );
  return userEvent.setup();
}

describe('the products page', () => {
  it('says what is missing of a product, and records what a person says it is', async () => {
    const correctProduct = vi.fn<Desk['correctProduct']>(async () => {});
    const user = show({ correctProduct });
    expect(await screen.findByText('hydrocodone · 5 mg · tablet · 100 a package')).toBeTruthy();
    const row = await screen.findByRole('row', { name: /OXC HCL TB 10MG/ });
    expect(within(row).getByText('substance, strength, package size')).toBeTruthy();
    await user.click(within(row).getByRole('button', { name: 'Say what OXC HCL TB 10MG is' }));
    const dialog = await screen.findByRole('dialog');
    const save = within(dialog).getByRole('button', { name: 'Record what it is' });
    await user.click(save);
    expect(within(dialog).getByText('Choose a substance from the list.')).toBeTruthy();
    expect(correctProduct).not.toHaveBeenCalled();
    await user.click(within(dialog).getByLabelText('Substance'));
    await user.paste('oxycodone');
    await user.click(within(dialog).getByLabelText('Strength in mg'));
    await user.paste('10');
    await user.type(within(dialog).getByLabelText('PIN'), '2468');
    await user.click(save);
    await waitFor(() => expect(correctProduct).toHaveBeenCalledTimes(1));
    expect(correctProduct.mock.calls[0]?.[0]).toMatchObject({
      key: 'text:oxc hcl tb 10mg',
      facts: { substanceCode: '9143', strengthMg: 10, packageSize: null, form: 'tablet', schedule: null },
      pin: '2468',
    });
    expect(await screen.findByText('OXC HCL TB 10MG counts as recorded from now on.')).toBeTruthy();
  });

  it('keeps what a purchase history holds beside controlled substances behind a press, some at a time', async () => {
    const [one] = productsView.unknown;
    const others = Array.from({ length: 450 }, (_, n) => ({
      ...(one as typeof one & object),
      key: `other-${n}`,
      text: `ITEM ${n}`,
    }));
    const user = show({ productsToPlace: async () => ({ ...productsView, others }) });
    expect(await screen.findByRole('row', { name: /OXC HCL TB 10MG/ })).toBeTruthy();
    expect(screen.queryByText('ITEM 0')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show 450 others' }));
    expect(await screen.findByRole('heading', { name: 'Others not recognised' })).toBeTruthy();
    expect(screen.getAllByText(/^ITEM \d+$/)).toHaveLength(200);
    await user.click(screen.getByRole('button', { name: 'Show 200 more' }));
    await user.click(screen.getByRole('button', { name: 'Show 50 more' }));
    expect(screen.getAllByText(/^ITEM \d+$/)).toHaveLength(450);
    expect(screen.queryByRole('button', { name: /more$/ })).toBeNull();
  });

  it('withdraws what a person said, and corrects what was learned', async () => {
    const withdrawCorrection = vi.fn<Desk['withdrawCorrection']>(async () => {});
    const correctProduct = vi.fn<Desk['correctProduct']>(async () => {});
    const user = show({ withdrawCorrection, correctProduct });
    await user.click(await screen.findByRole('button', { name: 'Withdraw what was said of hydro tb 5/325' }));
    await user.type(await screen.findByLabelText('PIN'), '2468');
    await user.click(screen.getByRole('button', { name: 'Withdraw this correction' }));
    expect(await screen.findByText('What was said of hydro tb 5/325 was withdrawn.')).toBeTruthy();
    expect(withdrawCorrection.mock.calls[0]?.[0]).toMatchObject({ key: 'text:hydro tb 5/325', pin: '2468' });

    await user.click(screen.getByRole('button', { name: 'Correct what 63323-0456-09 is' }));
    await user.type(await screen.findByLabelText('PIN'), '2468');
    await user.click(screen.getByRole('button', { name: 'Record what it is' }));
    await waitFor(() => expect(correctProduct).toHaveBeenCalledTimes(1));
    expect(correctProduct.mock.calls[0]?.[0]).toMatchObject({
      ...{ key: 'ndc:63323045609', facts: { substanceCode: null, schedule: 'none' } },
    });
  });

  it('reads the directory in, tells what was left out, and can be stopped', async () => {
    const importCatalogue = vi.fn<Desk['importCatalogue']>(productDesk.importCatalogue);
    const user = show({ importCatalogue });
    const files = [new File(['a'], 'product.txt'), new File(['b'], 'package.txt')];
    await user.upload(await screen.findByLabelText('Files'), files);
    await user.click(screen.getByRole('button', { name: 'Read in' }));
    expect(await screen.findByText('214,318 entries can be looked up.')).toBeTruthy();
    expect(screen.getByText('4 products that weren’t recognised are recognised now.')).toBeTruthy();
    expect(screen.getByText(/product\.txt, line 20,?417: it has too few columns/)).toBeTruthy();
    expect(importCatalogue.mock.calls[0]?.[0].map(({ name }) => name)).toEqual([
      'product.txt',
      'package.txt',
    ]);

    importCatalogue.mockImplementation(
      (_files, onProgress, signal) =>
        new Promise((_resolve, reject) => {
          onProgress({ phase: 'reading', done: 1, total: 4 });
          signal?.addEventListener('abort', () => reject(new CountersignError('catalogue/cancelled')));
        }),
    );
    await user.click(screen.getByRole('button', { name: 'Read in' }));
    expect(await screen.findByRole('progressbar', { name: 'Reading…' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText(/The import was stopped/)).toBeTruthy();
  });
});
