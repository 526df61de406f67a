import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@/lib/base';
import { makeDemoPki, type DemoPki } from '../../pki/make-demo-pki';
import { startPortals, type Portals } from '../../portal';
import { freePort } from './free-port';

/** The outside of the pharmacy: a certification authority and three suppliers that verify what they get. */
export interface World extends Portals {
  readonly pki: DemoPki;
}

/** Starts a world of its own on free ports; its keys live in a temporary folder and end with it. */
export async function startWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-world-'));
  const port = await freePort();
  const pki = makeDemoPki({
    dir: join(folder, 'pki'),
    crlBase: `http://localhost:${port}`,
    now: systemClock.now(),
  });
  const portals = await startPortals({
    pkiDir: pki.dir,
    ports: { pki: port, meridian: 0, harbor: 0, cascade: 0 },
  });
  return {
    ...portals,
    pki,
    async stop() {
      await portals.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
