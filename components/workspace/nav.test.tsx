// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { say } from '@/lib/words';
import { fakeServices } from '@/tests/gallery/fake-desk';
import { ServicesProvider } from '../page/services';
import { Nav } from './nav';

afterEach(cleanup);

it.each([
  ['/', 'workspace.nav.today'],
  ['/orders/o1', 'workspace.nav.orders'],
  ['/receive/o1', 'workspace.nav.orders'],
  ['/records', 'workspace.nav.records'],
] as const)('marks one place for %s', (path, place) => {
  const { hook } = memoryLocation({ path });
  render(
    <ServicesProvider value={fakeServices({})}>
      <Router hook={hook}>
        <Nav />
      </Router>
    </ServicesProvider>,
  );
  const here = screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page');
  expect(here.map((link) => link.textContent)).toEqual([say(place)]);
});
