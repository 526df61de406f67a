import { expect } from 'vitest';
import { openArchive, type Archive, type Envelope } from '@/lib/archive';
import type { Clock } from '@/lib/base';
import type { Act } from './acts/mortal-act';
import { keptTables, type Rows } from './kept-tables';
import type { Life } from './mortal-databases';
import { dieAtEveryStep, sampleOfSteps } from './sample-of-steps';

/** An id that is drawn anew each time. */
const DRAWN = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What commands wrote: their ids, and the types of the events of each in their order. */
type Written = ReadonlyMap<string, string>;

function written({ events = [] }: Rows, base: Rows): Written {
  const before = new Set((base.events ?? []).map((event) => (event as Envelope).hash));
  const commands = new Map<string, string>();
  for (const { hash, commandId, type } of events as readonly Envelope[]) {
    const id = commandId.replace(DRAWN, 'drawn');
    if (!before.has(hash)) commands.set(id, `${commands.get(id) ?? ''} ${type}`);
  }
  return commands;
}

export interface Outlived {
  /** Steps on the way of the act. */
  readonly steps: number;
  /** Those at which it died, each in a life of its own. */
  readonly deaths: number;
  /** Deaths that left something behind: a part of several acts, or the whole without its answer. */
  readonly left: number;
}

interface Trial {
  readonly name: string;
  readonly clock: Clock;
  /** What must hold beside the records, whenever another process has begun. */
  readonly holds?: () => Promise<void>;
}

/**
 * Does an act, in a life of its own each time, until it has died at the steps on its way. After each death another process
 * finds the chain whole, each command there with all its events or with none, and projections as a rebuild makes them; and
 * the same act, asked once more, is there once.
 */
export async function outlive(life: Life, { name, clock, holds }: Trial, act: Act): Promise<Outlived> {
  const file = await keptTables(name);
  const base = await file.records();
  const living = async (work: Act) => {
    const archive = await openArchive({ name, clock });
    try {
      return await work(archive);
    } finally {
      archive.close();
    }
  };
  const requireSound = (at: string, rebuilds = dieAtEveryStep) =>
    living(async (archive: Archive) => {
      // Compares what the records add up to, row by row, with what is there.
      expect(await archive.verify(), `the chain ${at}`).toMatchObject({ ok: true });
      if (!rebuilds) return;
      const rows = await file.records();
      await archive.rebuild();
      expect(await file.records(), `what a rebuild makes ${at}`).toEqual(rows);
    });
  /** One life that ends at a step, or by itself after all of them. */
  const lifeUntil = async (step: number) => {
    await file.putBack();
    const archive = await openArchive({ name, clock });
    life.dieAt(step);
    const fault: unknown = await act(archive).then(
      () => null,
      (error: unknown) => error,
    );
    const ended = await life.end();
    archive.close();
    return { ...ended, fault };
  };

  // The first of a process opens what later ones find open.
  await living(act);
  const { steps, fault } = await lifeUntil(Number.POSITIVE_INFINITY);
  expect(fault, 'the act that nothing kept from its end').toBeNull();
  const whole = written(await file.records(), base);
  expect(whole.size, 'commands of the act').toBeGreaterThan(0);
  // It died before anybody heard of it.
  await living(act);
  expect(written(await file.records(), base), 'asked again after the whole').toEqual(whole);
  await requireSound('asked again after the whole', true);
  await holds?.();

  const sample = sampleOfSteps(steps);
  let left = 0;
  for (const n of sample) {
    const at = `after a death at step ${String(n)} of ${String(steps)}`;
    expect((await lifeUntil(n)).died, at).toBe(true);
    const there = written(await file.records(), base);
    for (const [commandId, types] of there) expect(types, `${commandId} ${at}`).toBe(whole.get(commandId));
    if (there.size === 0) expect(await file.records(), `nothing of it ${at}`).toEqual(base);
    else {
      left += 1;
      await requireSound(at);
    }
    await holds?.();
    if (there.size === 0 && !holds) continue;
    await living(act);
    expect(written(await file.records(), base), `once more ${at}`).toEqual(whole);
    await requireSound(`once more ${at}`);
    await holds?.();
  }
  file.close();
  return { steps, deaths: sample.length, left };
}
