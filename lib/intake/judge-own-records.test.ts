import { describe, expect, it } from 'vitest';
import type { Order } from '@/lib/order';
import { judgeNumber } from './judge-own-records';
import type { SeenOrder, VerifyOrderInput } from './types';

const order = { number: '26X100208', purchaser: { deaNumber: 'FM1234563' } } as Order;
const judged = (...seen: readonly SeenOrder[]) => judgeNumber(order, { seen } as VerifyOrderInput).result;

describe('attacks.md 34: an order number that was used before', () => {
  it.each([
    ['26X100208', 'FM1234563'],
    ['26x 100 208', ' fm1234563'],
    ['26X100208', null],
  ])('is found as %s of %s', (number, purchaserDea) => {
    expect(judged({ number, purchaserDea })).toBe('failed');
  });

  it.each([
    ['26X100209', 'FM1234563'],
    ['26X100208', 'FB7654329'],
    ['26X100209', null],
  ])('is another one than %s of %s', (number, purchaserDea) => {
    expect(judged({ number, purchaserDea })).toBe('held');
  });
});
