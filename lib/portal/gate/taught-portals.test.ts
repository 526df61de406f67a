import { describe, expect, it } from 'vitest';
import { isTaught } from './taught-portals';

describe('a page that a profile speaks of', () => {
  const kept = { hosts: ['orders.supplier.example', '*.group.example'], stamp: '1' };

  it.each(['https://orders.supplier.example/cart', 'https://eu.group.example/'])('is %s', (url) => {
    expect(isTaught(kept, url)).toBe(true);
  });

  it.each(['https://supplier.example/', 'https://orders.supplier.example.evil.test/', 'about:blank', ''])(
    'isn’t %s',
    (url) => expect(isTaught(kept, url)).toBe(false),
  );

  it.each([undefined, null, 'x', {}, { hosts: 'orders.supplier.example' }, { hosts: [1, null] }])(
    'is none where storage holds %j',
    (other) => expect(isTaught(other, 'https://orders.supplier.example/cart')).toBe(false),
  );
});
