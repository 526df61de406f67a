import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openArchive } from '@/lib/archive';
import { openDesk } from '@/lib/desk';
import { refreshCopy } from '@/lib/desk/background';
import { mortalWorld, received, submitted, type MortalWorld } from './acts/mortal-act';
import { keptTables } from './kept-tables';
import { mortalDatabases } from './mortal-databases';
import { sampleOfSteps } from './sample-of-steps';

const life = mortalDatabases();

/** The same place, in which each file that is written is a step. */
function mortalPlaces({ ports: { copies } }: MortalWorld): typeof copies {
  const write = copies.files.set.bind(copies.files);
  return {
    ...copies,
    open: async () => {
      const target = await copies.open();
      return (
        target && {
          ...target,
          write: async (path: string, bytes: Uint8Array<ArrayBuffer>) => {
            life.step();
            write(path, bytes);
            await Promise.resolve();
          },
        }
      );
    },
  };
}

it.each(['by hand', 'by itself'])('a copy made %s counts only once all of it is written', async (how) => {
  const mortal = await mortalWorld();
  const { ports, name } = mortal;
  await mortal.sign(submitted);
  await ports.copies.choose('folder');
  const copies = mortalPlaces(mortal);
  const tables = await keptTables(name);
  const copyUntil = async (step: number) => {
    ports.copies.files.clear();
    await tables.putBack();
    const archive = await openArchive({ name, clock: ports.clock });
    life.dieAt(step);
    const mine = { ...ports, archive, copies };
    await (how === 'by hand' ? openDesk(mine).copyNow(() => undefined) : refreshCopy(mine)).catch(
      (error: unknown) => expect(error).toBeInstanceOf(Error),
    );
    const ended = await life.end();
    archive.close();
    return { ...ended, isNoted: (await ports.archive.copyState()).lastAt !== null };
  };
  const { steps } = await copyUntil(Number.POSITIVE_INFINITY);
  expect(steps).toBeGreaterThan(6);
  for (const step of sampleOfSteps(steps))
    expect(await copyUntil(step), `after ${String(step)} steps`).toMatchObject({
      died: true,
      isNoted: false,
    });
  expect(await copyUntil(steps + 1)).toMatchObject({ died: false, isNoted: true });
  tables.close();
  expect([...ports.copies.files.keys()]).toContain('heads.json');
  await ports.archive.append({ commandId: 'more', who: 'system', orderId: 'order-1', events: [received] });
  await mortal.desk.copyNow(() => undefined);
  expect(await ports.archive.copyState()).toMatchObject({ newEvents: 0 });
});
