import { describe, expect, it } from 'vitest';
import type { Envelope } from '@/lib/archive';
import { eventsJson } from './order-json';

const place = { registrant: 'FJ1234563', station: 's', prev: '', hash: 'h', who: 'ana', commandId: 'c' };
const warned = {
  ...{ ...place, seq: 1, time: [0, 0] as const, orderId: 'order', type: 'request.warned' },
  payload: { level: 'stop', ruleVersion: 'som-2', substances: [{ code: '9143', units: 1200 }] },
} as unknown as Envelope;
const refused = {
  ...{ ...place, seq: 2, time: [1, 0] as const, orderId: 'order', type: 'request.refused' },
  payload: { requestId: 'order', reason: 'Too many' },
} as unknown as Envelope;

describe('the records of an order for machines', () => {
  it('tell that it was shown as unusual only where that was chosen', () => {
    const told = (withSom: boolean) => eventsJson([warned, refused], { withSom, about: {} });
    expect(told(false)).not.toMatch(/warned|1200|som-2|9143/);
    expect(told(false)).toContain('Too many');
    expect(told(true)).toMatch(/request\.warned/);
    expect(told(true)).toContain('1200');
  });
});
