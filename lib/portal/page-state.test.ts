import { describe, expect, it } from 'vitest';
import { readPageState } from './page-state';

describe('status words of portals', () => {
  it.each([
    ['Accepted', 'accepted'],
    ['Not Accepted: schedule not allowed', 'not-accepted'],
    ['REJECTED', 'not-accepted'],
    ['PENDING_SIGNATURE', null],
    ['Pending CSOS signature', null],
    ['pending approval', null],
    ['PENDING', 'submitted'],
    ['In process', 'submitted'],
    ['PENDING_RECEIVED', 'accepted'],
    ['Partially received', 'accepted'],
    ['Not received', 'accepted'],
    ['RECEIVED', 'received'],
    ['COMPLETED', 'received'],
    ['Partially Shipped', 'accepted'],
    ['Shipped', 'accepted'],
    ['Backordered', 'accepted'],
    ['Delivered', 'accepted'],
    ['Delivered 09/14/2026', 'accepted'],
    ['Delivered and received', 'received'],
    ['Delivered to supplier', 'submitted'],
    ['CANCELLED', 'void'],
    ['Order canceled.', 'void'],
    ['Voided by supplier', 'void'],
    ['Partially cancelled', null],
    ['Shipped, balance cancelled', null],
    ['Cancellation requested', null],
    ['Cancel order', null],
    ['Not voided', null],
    ['On hold', null],
  ])('%s → %s', (text, state) => expect(readPageState(text)).toBe(state));
});
