import { expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import type { DeskPorts } from '../ports';
import { reasonsOnRecord } from './reasons-on-record';

const GIVEN = { kind: 'hospice-ltc', detail: 'Hill Country Hospice since June' };

it('is told of the substance it was asked for, not of what else was in the order', async () => {
  const substances = [
    { code: '9143', name: 'oxycodone', units: 3_000, baseMg: 27_000, level: 'stop' },
    { code: '9300', name: 'morphine', units: 400, baseMg: 4_500, level: 'information' },
  ];
  const signed = {
    type: 'order.signed',
    time: [Date.parse('2026-11-20T18:00Z'), 0],
    who: 'dana',
    payload: {
      order: { number: '26X100001' },
      circumstances: { som: { level: 'stop', reasonGiven: GIVEN } },
    },
  };
  const archive = {
    warnedRequests: () =>
      Promise.resolve([{ request: { id: 'r' }, warned: { at: 0, level: 'stop', substances } }]),
    events: () => Promise.resolve([signed]),
  };
  const of = (code: string) =>
    reasonsOnRecord({ archive } as unknown as DeskPorts, {
      ...{ code, today: '2026-11-23' as PlainDate, zone: 'America/Chicago', nameOf: (who: string) => who },
    });
  expect(await of('9143')).toMatchObject([{ ...GIVEN, orderId: 'r', date: '2026-11-20', level: 'stop' }]);
  expect(await of('9300')).toEqual([]);
});
