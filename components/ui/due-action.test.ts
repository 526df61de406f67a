import { describe, expect, it } from 'vitest';
import { dueKinds } from '@/lib/reminders';
import { dueOfEachKind } from '@/tests/gallery/fixtures';
import { dueAction } from './due-action';

describe('dueAction', () => {
  it('leads each kind to one place, under a label of its own', () => {
    const [item] = dueOfEachKind.items;
    if (!item) throw new Error('no item');
    for (const kind of dueKinds) {
      const { label, target } = dueAction({ ...item, kind, orderId: 'order/1' });
      expect(label, kind).not.toBe('');
      const place = target.to === 'sign' ? target.requestId : target.path;
      expect(place, kind).toMatch(/^order\/1$|^\/(orders|receive|records)\/order%2F1$|^\/[a-z]+$/);
    }
  });
});
