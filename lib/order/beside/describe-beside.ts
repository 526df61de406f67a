import type { Params } from '@/lib/base';
import type { WordKey } from '@/lib/words';
import type { BesideEvent } from './events';

/** One line of a record's timeline: the sentence's key and values. Who and when stand beside it. */
export function describeBeside(event: BesideEvent): { readonly sentence: WordKey; readonly params: Params } {
  switch (event.type) {
    case 'record.entered':
      return { sentence: `timeline.record.entered.${event.payload.record.kind}`, params: {} };
    case 'record.corrected':
    case 'record.withdrawn':
    case 'record.entry-withdrawn':
      return { sentence: `timeline.${event.type}`, params: { reason: event.payload.reason } };
    case 'record.received': {
      const { lines, date, countedBy } = event.payload;
      const count = lines.reduce((sum, { packages }) => sum + packages, 0);
      return { sentence: 'timeline.record.received', params: { count, date, countedBy } };
    }
    case 'loss.notified': {
      const { date, how } = event.payload;
      return { sentence: 'timeline.loss.notified', params: { date, how } };
    }
    case 'loss.form-106':
      return event.payload.reference === null
        ? { sentence: 'timeline.loss.form-106', params: { date: event.payload.date } }
        : {
            sentence: 'timeline.loss.form-106.referenced',
            params: { date: event.payload.date, reference: event.payload.reference },
          };
  }
}
