import { describe, expect, it } from 'vitest';
import { accepted, command, fresh, orderNumbered, tamper } from '@/tests/support/archive';
import { event, sampleOrder, signed } from '@/tests/support/orders';
import { day } from '@/tests/support/archive';

describe('search', () => {
  it('finds by number, NDC, product and supplier, by beginnings and several words, newest first', async () => {
    const archive = await fresh();
    for (let n = 1; n <= 4; n++) {
      const date = day(`2026-11-1${String(n)}`);
      await archive.append(
        command(`order-${String(n)}`, event('order.signed', signed(orderNumbered(n, { date })))),
      );
    }
    const [first, second] = sampleOrder.lines;
    if (!first || !second) throw new Error('no lines');
    const other = orderNumbered(5, {
      date: day('2026-11-12'),
      lines: [{ ...second, lineNumber: 1, name: 'Hydrocodone–APAP 5/325' }],
      supplier: { ...sampleOrder.supplier, name: 'Médica Harbor' },
    });
    await archive.append(command('order-5', event('order.signed', signed(other))));
    const found = async (text: string, limit = 10) =>
      (await archive.search(text, limit)).map(({ orderId }) => orderId.slice(-1)).join('');
    expect(await found('26XAA0003')).toBe('3');
    expect(await found('26xaa0003')).toBe('3');
    expect(await found('0406-8552-01')).toBe('4321');
    expect(await found('00406-8552-01 oxy')).toBe('4321');
    expect(await found('oxycodone', 2)).toBe('43');
    expect(await found('OXY example')).toBe('4321');
    expect(await found('medica')).toBe('5');
    expect(await found('hydrocodone harbor')).toBe('5');
    expect(await found('oxycodone harbor')).toBe('');
    expect(await found('nothing')).toBe('');
    expect(await found(' – ')).toBe('');
    const before = await tamper((db) => db.words.toArray());
    await archive.append(command('order-1', accepted));
    await archive.rebuild();
    expect(await tamper((db) => db.words.toArray())).toEqual(before);
  });
});
