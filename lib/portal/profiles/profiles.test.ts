import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { matchesHost } from './matches-host';
import { portalProfileSchema } from './profile-schema';

describe('host of a profile', () => {
  test.each([
    ['portal.example.com', 'https://portal.example.com/orders?x=1'],
    ['portal.example.com', 'https://PORTAL.example.com:443/'],
    ['*.example.com', 'https://orders.eu.example.com/'],
    ['*.example.com', 'https://example.com/'],
    ['localhost:4101', 'http://localhost:4101/order'],
  ])('%s is at %s', (pattern, url) => expect(matchesHost(pattern, url)).toBe(true));

  test.each([
    ['ok.example', 'https://ok.example.evil.com/'],
    ['ok.example', 'https://ok.example@evil.com/'],
    ['ok.example', 'https://user:ok@ok.example/'],
    ['ok.example', 'http://ok.example/'],
    ['ok.example', 'https://ok.example:8443/'],
    ['ok.example', 'https://ok.example./'],
    ['ok.example', 'https://notok.example/'],
    ['*.ok.example', 'https://evil-ok.example/'],
    ['example.com', 'https://ex\u0430mple.com/'],
    ['localhost:4101', 'http://localhost:4102/'],
    ['ok.example', 'file:///ok.example'],
    ['ok.example', 'not an address'],
    ['*.com', 'https://anything.com/'],
    ['*', 'https://ok.example/'],
    ['https://ok.example', 'https://ok.example/'],
    ['ok.example/', 'https://ok.example/'],
    ['OK.example', 'https://ok.example/'],
  ])('%s is not at %s', (pattern, url) => expect(matchesHost(pattern, url)).toBe(false));
});

describe('profile', () => {
  const profile = {
    id: 'harbor',
    hosts: ['localhost:4102'],
    supplier: {
      name: 'Harbor Wholesale',
      deaNumber: null,
      address: { street: null, street2: null, city: null, state: null, postalCode: null },
    },
    mode: 'integrated',
    verified: false,
  };
  test('is taken (control)', () => expect(v.is(portalProfileSchema, profile)).toBe(true));
  test.each([
    ['a pattern for any site', { hosts: ['*'] }],
    ['no host', { hosts: [] }],
    ['code', { run: 'alert(1)' }],
    ['an unknown mode', { mode: 'robot' }],
  ])('with %s is refused', (_, more) =>
    expect(v.is(portalProfileSchema, { ...profile, ...more })).toBe(false),
  );
});
