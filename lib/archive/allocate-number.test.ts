import { describe, expect, it } from 'vitest';
import type { OrderNumber } from '@/lib/base';
import { draftOf } from '@/lib/order';
import { command, day, fresh, openAgain } from '@/tests/support/archive';
import { event, sampleOrder, seen } from '@/tests/support/orders';

describe('numbers', () => {
  it('are unique under two windows, stay with their request, and carry one prefix', async () => {
    const one = await fresh();
    const other = await openAgain();
    const ids = Array.from({ length: 30 }, (_, index) => `request-${index}`);
    const numbers = await Promise.all(
      ids.map((id, index) => (index % 2 ? one : other).allocateNumber(id, 'person-1', day('2026-11-22'))),
    );
    expect(new Set(numbers).size).toBe(30);
    expect(new Set(numbers.map((number) => number.slice(0, 5))).size).toBe(1);
    expect(numbers.every((number) => /^26X[A-Z0-9]{6}$/.test(number))).toBe(true);
    expect(await other.allocateNumber('request-7', 'person-1', day('2026-12-01'))).toBe(numbers[7]);
    expect(await other.allocateNumber('request-7', 'person-1', day('2027-01-01'))).toMatch(/^27X/);
    const first = numbers[0] as OrderNumber;
    expect(await one.isNumberUsed(first)).toBe(true);
    expect(await one.isNumberUsed(first, 'request-0')).toBe(false);
  });

  it('are unique for 200 requests at once in two windows, and none is given twice by whoever opens it after', async () => {
    const one = await fresh();
    const other = await openAgain();
    const ids = Array.from({ length: 200 }, (_, index) => `request-${index}`);
    const numbers = await Promise.all(
      ids.map((id, index) => (index % 2 ? one : other).allocateNumber(id, 'person-1', day('2026-11-22'))),
    );
    expect(new Set(numbers).size).toBe(200);
    // Both windows die before any of these was signed: what was given out stays given out.
    one.close();
    other.close();
    const later = await openAgain();
    expect(numbers).not.toContain(await later.allocateNumber('request-200', 'person-1', day('2026-11-22')));
    expect(await later.allocateNumber('request-0', 'person-1', day('2026-11-22'))).toBe(numbers[0]);
    expect((await later.verify()).ok).toBe(true);
  });

  it('skip what a portal already used', async () => {
    const archive = await fresh();
    const first = await archive.allocateNumber('request-1', 'person-1', day('2026-11-22'));
    const next = `${first.slice(0, 8)}1` as OrderNumber;
    const tracked = event('order.tracked', {
      number: next,
      draft: draftOf(sampleOrder),
      supplierId: null,
      seen,
    });
    await archive.append(command('order-1', tracked));
    expect(await archive.allocateNumber('request-2', 'person-1', day('2026-11-22'))).toBe(
      `${first.slice(0, 8)}2`,
    );
  });
});
