import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '@/lib/base';
import type { Evidence, SeenLine, SeenPage } from '../evidence';
import { gathered, type Gathered, type Reading } from './gathered';

const text = (value: string): Evidence => ({ text: value, label: null, confidence: 1, where: '' });
const nothing: SeenLine = {
  ...{ ndc: null, itemNumber: null, description: null, strength: null, form: null, packageSize: null },
  ...{
    packages: null,
    schedule: null,
    shipped: null,
    received: null,
    unit: null,
    cut: null,
    suggested: null,
  },
};
interface Item {
  readonly name: string;
  readonly packages: number;
}
const items = (count: number): Item[] =>
  Array.from({ length: count }, (_, i) => ({ name: `product ${i}`, packages: i + 1 }));

interface Shown {
  readonly list: readonly Item[];
  readonly from: number;
  readonly to: number;
  readonly stated?: number | null;
  readonly isNumbered?: boolean;
  readonly more?: Partial<SeenPage>;
}
function reading({ list, from, to, stated = list.length, isNumbered = false, more = {} }: Shown): Reading {
  const window = list.slice(from, to);
  const page: SeenPage = {
    ...{ kind: 'order-form', url: 'https://supplier.example/cart', orderNumber: null, supplierName: null },
    ...{ supplierDea: null, purchaserDea: null, state: null, statement: null, shipDate: null },
    ...{ invoiceNumber: null, orders: [] },
    missing: stated === null || window.length >= stated ? null : { shown: window.length, stated },
    lines: window.map(({ name, packages }) => ({
      ...nothing,
      description: text(name),
      packages: text(String(packages)),
    })),
    ...more,
  };
  return {
    page,
    places: window.map((_, i) => ({ list: 0, index: isNumbered ? from + i + 2 : null })),
  };
}
const said = ({ page }: Gathered) =>
  page.lines.map(({ description, packages }) => `${description?.text} × ${packages?.text}`);
const all = (list: readonly Item[]) => list.map(({ name, packages }) => `${name} × ${packages}`);
/** Reads one window after the other, scrolling in between. */
const scrolled = (...windows: Shown[]) =>
  windows.reduce<Gathered | null>(
    (known, shown) => gathered(known, reading(shown), known !== null),
    null,
  ) as Gathered;

describe.each([true, false])(
  'a list that mounts its rows while it is scrolled (numbered: %s)',
  (isNumbered) => {
    const list = items(120);
    const at = (from: number, to: number, other: readonly Item[] = list): Shown => ({
      ...{ list: other, from, to, isNumbered },
    });

    it('is whole once every row was there, and says so long as one wasn’t', () => {
      expect(scrolled(at(0, 40), at(30, 80)).page.missing).toEqual({ shown: 80, stated: 120 });
      const whole = scrolled(at(0, 40), at(30, 80), at(70, 120), at(0, 20));
      expect(said(whole)).toEqual(all(list));
      expect(whole.page.missing).toBeNull();
    });

    it('is read in its order, however it is scrolled', () => {
      fc.assert(
        fc.property(fc.array(fc.nat(100), { maxLength: 20 }), (stops) => {
          const path: number[] = [0];
          // In steps shorter than a window, as scrolling goes.
          for (const stop of stops)
            for (let top = path.at(-1) ?? 0; top !== stop; path.push(top))
              top = stop > top ? Math.min(stop, top + 15) : Math.max(stop, top - 15);
          const end = scrolled(...path.map((top) => at(top, top + 20)));
          const reach = Math.max(...path) + 20;
          expect(said(end)).toEqual(all(list).slice(0, reach));
          expect(end.page.missing).toEqual(reach < 120 ? { shown: reach, stated: 120 } : null);
        }),
        { numRuns: 60 },
      );
    });

    it('takes a changed quantity as it now stands', () => {
      const changed = list.map((item, i) => (i === 35 ? { ...item, packages: 99 } : item));
      expect(said(scrolled(at(0, 40), at(30, 80), at(30, 80, changed)))[35]).toBe('product 35 × 99');
    });

    it('forgets what is no longer so: a line deleted, another order, another number of lines', () => {
      const before = scrolled(at(0, 40), at(30, 80));
      const shorter = list.filter((_, i) => i !== 50);
      expect(said(gathered(before, reading(at(30, 80, shorter)), false))).not.toContain('product 50 × 51');
      const counted = gathered(before, reading(at(30, 80)), false);
      expect(counted.page.lines).toHaveLength(80);
      const other = { url: 'https://supplier.example/orders/2' };
      expect(gathered(before, reading({ ...at(30, 80), more: other }), true).page.lines).toHaveLength(50);
      const number = { orderNumber: text('26X100208') };
      expect(gathered(before, reading({ ...at(30, 80), more: number }), true).page.lines).toHaveLength(50);
    });

    it('forgets when it was sorted, and gathers anew', () => {
      const before = scrolled(at(0, 40), at(30, 80));
      const order = [...list.slice(0, 80).reverse(), ...list.slice(80)];
      const sorted = gathered(before, reading(at(0, 40, order)), false);
      expect(said(sorted)).toEqual(all(order).slice(0, 40));
      expect(sorted.page.missing).toEqual({ shown: 40, stated: 120 });
    });

    it('keeps what was read while the list shows nothing between two windows', () => {
      const empty = { ...at(0, 0), more: { kind: 'none' as const, missing: null } };
      const end = scrolled(at(0, 40), empty, at(30, 80), at(80, 120));
      expect(said(end)).toEqual(all(list));
    });
  },
);

describe('pages of a list', () => {
  const list = items(37);
  it('add up to the list', () => {
    const page = (from: number, to: number) => reading({ list, from, to });
    const end = [page(10, 20), page(20, 30), page(30, 37)].reduce(
      (known, now) => gathered(known, now, false),
      gathered(null, page(0, 10), false),
    );
    expect(said(end)).toEqual(all(list));
    expect(end.page.missing).toBeNull();
  });
});

describe('an ordinary page', () => {
  const list = items(5);
  it('shows what it shows: a deleted line is gone', () => {
    const before = gathered(null, reading({ list, from: 0, to: 5, stated: null }), false);
    const now = reading({ list, from: 0, to: 4, stated: null });
    expect(gathered(before, now, false).page).toEqual(now.page);
  });

  it.each([true, false])(
    'shows a deleted line no longer while the wheel turns, nor when it is emptied (numbered: %s)',
    (isNumbered) => {
      const before = gathered(null, reading({ list, from: 0, to: 5, stated: null, isNumbered }), false);
      for (const [from, to] of [[0, 4], ...(isNumbered ? [] : [[1, 5] as const])] as const) {
        const now = reading({ list, from, to, stated: null, isNumbered });
        expect(gathered(before, now, true).page.lines).toHaveLength(4);
      }
      const empty = reading({ list, from: 0, to: 0, stated: null, isNumbered, more: { kind: 'none' } });
      const added = reading({ list: items(9).slice(7), from: 0, to: 2, stated: null, isNumbered });
      const after = gathered(gathered(before, empty, true), added, true);
      expect(after.page.lines).toHaveLength(2);
    },
  );

  it('whose count is not renewed doesn’t keep a deleted line either', () => {
    const before = gathered(null, reading({ list, from: 0, to: 5, stated: 9 }), false);
    const now = gathered(before, reading({ list, from: 0, to: 4, stated: 9 }), false);
    expect(now.page.lines).toHaveLength(4);
  });

  it('that grows while it is scrolled is all that it shows', () => {
    const end = scrolled(
      { list, from: 0, to: 2, stated: null },
      { list, from: 0, to: 4, stated: null },
      { list, from: 0, to: 5, stated: null },
    );
    expect(said(end)).toEqual(all(list));
  });
});

describe('what can’t be told apart', () => {
  it('is counted twice rather than lost: the same product scrolled away and back with another quantity', () => {
    const list = [{ name: 'a', packages: 2 }, ...items(30), { name: 'a', packages: 5 }];
    const end = scrolled({ list, from: 0, to: 12 }, { list, from: 10, to: 24 }, { list, from: 20, to: 32 });
    expect(said(end)).toEqual(all(list));
  });

  it('is never more than the page says there is', () => {
    const before = gathered(null, reading({ list: items(12), from: 0, to: 8, stated: 12 }), false);
    const others = items(20).slice(8);
    const now = gathered(before, reading({ list: others, from: 0, to: 8, stated: 12 }), true);
    expect(now.page.lines).toHaveLength(8);
    expect(now.page.missing).toEqual({ shown: 8, stated: 12 });
  });

  it('never grows past what an order can hold', () => {
    const list = items(limits.orderMaxLines + 100);
    const end = scrolled(
      { list, from: 0, to: 600, stated: null },
      { list, from: 590, to: 1_100, stated: null },
    );
    expect(end.page.lines).toHaveLength(510);
  });
});
