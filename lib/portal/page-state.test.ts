import { describe, expect, it } from 'vitest';
import { readPageState } from './page-state';

describe('status words of portals', () => {
  it.each([
    ['Accepted', 'accepted'],
    ['Not Accepted: schedule not allowed', 'not-accepted'],
    ['REJECTED', 'not-accepted'],
    ['PENDING_RECEIVED', null],
    ['Partially received', null],
    ['Not received', null],
    ['RECEIVED', 'received'],
    ['Partially shipped', null],
    ['Shipped', 'accepted'],
    ['Pending CSOS signature', 'submitted'],
    ['Backorder', null],
  ])('%s → %s', (text, state) => expect(readPageState(text)).toBe(state));
});
