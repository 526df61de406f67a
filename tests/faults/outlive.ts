import { expect } from 'vitest';
import { openArchive, type Archive, type Envelope } from '@/lib/archive';
import type { Clock } from '@/lib/base';
import { archiveFile, type Rows } from './archive-file';
import type { Life } from './mortal-databases';

/** An id that is drawn anew each time. */
const DRAWN = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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
  /** Steps at which it died, each in a life of its own. */
  readonly deaths: number;
  /** Deaths that left something behind: a part of several acts, or the whole without its answer. */
  readonly left: number;
}

/**
 * Does an act, in a life of its own each time, until it has died at every step on its way. After each death another process
 * finds the chain whole, each command there with all its events or with none, and projections as a rebuild makes them; and
 * the same act, asked once more, is there once.
 */
export async function outlive(
  life: Life,
  { name, clock }: { readonly name: string; readonly clock: Clock },
  act: (archive: Archive) => Promise<unknown>,
): Promise<Outlived> {
  const file = await archiveFile(name);
  const base = await file.rows();
  const living = async (work: (archive: Archive) => Promise<unknown>) => {
    const archive = await openArchive({ name, clock });
    try {
      return await work(archive);
    } finally {
      archive.close();
    }
  };
  const requireSound = (at: string) =>
    living(async (archive) => {
      const rows = await file.rows();
      expect(await archive.verify(), `the chain ${at}`).toMatchObject({ ok: true });
      await archive.rebuild();
      expect(await file.rows(), `what a rebuild makes ${at}`).toEqual(rows);
    });

  await living(act);
  const whole = written(await file.rows(), base);
  expect(whole.size, 'commands of the act').toBeGreaterThan(0);
  await requireSound('without a death');
  let left = 0;
  for (let n = 1; ; n++) {
    const at = `after a death at step ${String(n)}`;
    await file.putBack();
    const archive = await openArchive({ name, clock });
    life.dieAt(n);
    const failed = await act(archive).then(
      () => false,
      () => true,
    );
    const { died } = await life.end();
    archive.close();
    if (!died) {
      expect(failed, 'the act that nothing kept from its end').toBe(false);
      // It died before anybody heard of it.
      await living(act);
      expect(written(await file.rows(), base), 'asked again after the whole').toEqual(whole);
      await requireSound('asked again after the whole');
      file.close();
      return { deaths: n - 1, left };
    }
    const there = written(await file.rows(), base);
    for (const [commandId, types] of there) expect(types, `${commandId} ${at}`).toBe(whole.get(commandId));
    if (there.size === 0) expect(await file.rows(), `nothing of it ${at}`).toEqual(base);
    else {
      left += 1;
      await requireSound(at);
      await living(act);
      expect(written(await file.rows(), base), `once more ${at}`).toEqual(whole);
      await requireSound(`once more ${at}`);
    }
  }
}
