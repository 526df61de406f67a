import { CountersignError, limits, spacedTry, type SpacedTries } from '@/lib/base';
import * as v from 'valibot';
import type { DeskPorts } from '../ports';

/** Wrong PINs since the last right one, by the person's id. */
export type PinTries = Readonly<Record<string, SpacedTries>>;

const schema = v.record(v.string(), v.object({ count: v.number(), at: v.number() }));
const TURN = 'pin-tries';
const pace = {
  free: limits.pinFreeTries,
  firstMs: limits.pinFirstWaitMs,
  longestMs: limits.pinLongestWaitMs,
};

async function triesOf({ pinTries }: DeskPorts): Promise<PinTries> {
  const kept = v.safeParse(schema, await pinTries.read());
  return kept.success ? kept.output : {};
}

/**
 * Counts a try before the PIN is looked at, so that a window closed in between doesn't lose it. Throws `people/wait`
 * {name, count: seconds} after several wrong ones, from whichever window they came.
 */
export async function countPinTry(
  ports: DeskPorts,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  const waitMs = await ports.listHosts.inTurn(TURN, async () => {
    const before = await triesOf(ports);
    const next = spacedTry(before[id], ports.clock.now(), pace);
    await ports.pinTries.write({ ...before, [id]: next.tries });
    return next.waitMs;
  });
  if (waitMs > 0) throw new CountersignError('people/wait', { name, count: Math.ceil(waitMs / 1_000) });
}

/** The PIN was right. */
export async function forgetPinTries(ports: DeskPorts, id: string): Promise<void> {
  await ports.listHosts.inTurn(TURN, async () => {
    const others = Object.entries(await triesOf(ports)).filter(([personId]) => personId !== id);
    await ports.pinTries.write(Object.fromEntries(others));
  });
}
