import { describe, expect, it } from 'vitest';
import { isStateWord, readPageState } from './page-state';

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
    ['Received 11/20/2026', 'received'],
    ['Fully received', 'received'],
    ['Received in full', 'received'],
    ['Receipt complete', 'received'],
    ['Not yet received', null],
    ['0 of 5 received', null],
    ['0/5 received', null],
    ['Not fully received', null],
    ['Received - partial', null],
    ['Payment received', null],
    ['Payment accepted', null],
    ['Receipt not complete', null],
    ['Your order is complete', null],
    ['Order received', 'submitted'],
    ['Not yet received by the supplier', null],
    ['Rejected by supplier', 'not-accepted'],
    ['NOT_ACCEPTED', 'not-accepted'],
    ['Order rejected', 'not-accepted'],
    ['Not accepted: the power of attorney isn’t on file yet', 'not-accepted'],
    ['Partially rejected', null],
    ['1 line rejected', null],
    ['Rejected lines: 2', null],
    ['Rejected: 0', null],
    ['No lines rejected', null],
    ['Not approved', null],
    ['Disapproved', null],
    ['Not yet accepted', null],
    ['Not accepted yet', null],
    ['Not confirmed', null],
    ['Unconfirmed', null],
    ['Not invoiced', null],
    ['Uninvoiced', null],
    ['Not shipped', null],
    ['Hasn’t shipped', null],
    ['To be confirmed', null],
  ])('%s → %s', (text, state) => expect(readPageState(text)).toBe(state));

  it('“Completed” ends an order in a list of orders only: on a page of its own it may end a checkout', () => {
    expect(readPageState('COMPLETED', 'row')).toBe('received');
    expect(readPageState('COMPLETED', 'page')).toBeNull();
    expect(readPageState('Received', 'page')).toBe('received');
  });

  it('what happened to a part of an order is told, since a person has to look at it', () => {
    expect(['Partially rejected', '1 line rejected', 'Not approved'].map(isStateWord)).toEqual([
      false,
      false,
      false,
    ]);
    expect(['Not yet received', 'Completed', 'On hold'].map(isStateWord)).toEqual([true, true, false]);
  });
});
