// @vitest-environment happy-dom
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { ClockStanding } from '@/lib/desk';
import { fakeDesk, fakeServices } from '@/tests/gallery/fake-desk';
import { ServicesProvider } from '../page/services';
import { agoWords } from '../ui/clock-words';
import { useClock } from './use-clock';

afterEach(cleanup);

const right = Date.parse('2026-11-23T15:00:00Z');
const twoDays = 2 * 86_400_000;
const standing = (at: number, offsetMs: number): ClockStanding => ({
  state: offsetMs === 0 ? ('checked' as const) : ('off' as const),
  ...{ at, offsetMs, uncertaintyMs: 600, sources: ['orders.example'], odd: [] },
});

it('counts how long ago the clock was compared from the time that it shows now, also once it was set back', async () => {
  let shows = right + twoDays;
  const clock = { now: () => shows };
  const fast = standing(shows, twoDays);
  const services = fakeServices({ clock, desk: fakeDesk({ compareClock: () => new Promise(() => {}) }) });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <ServicesProvider value={services}>{children}</ServicesProvider>
  );
  const { result, rerender } = renderHook(({ built }) => useClock(built, () => undefined), {
    wrapper,
    initialProps: { built: fast },
  });
  const ago = () =>
    'at' in result.current.standing ? agoWords(result.current.standing.at, result.current.now) : '';
  expect(ago()).toBe('less than a minute ago');
  // Set back; another window compared it, and the document was built with that.
  shows = right + 60_000;
  rerender({ built: standing(right, 0) });
  await waitFor(() => expect(ago()).toBe('1 minute ago'));
});
