import { fileURLToPath } from 'node:url';
import { systemClock } from '@/lib/base';
import { makeDemoPki, type DemoPki } from '../../pki/make-demo-pki';
import { startPortals, type Portals } from '../../portal';
import { freePort } from './free-port';

/** The outside of the pharmacy: a certification authority and three suppliers that verify what they get. */
export interface World extends Portals {
  readonly pki: DemoPki;
}

const FIRST_PORT = 4_150;

/**
 * Starts a world of its own. Certificates name the port of their revocation lists, and making them takes seconds: so each
 * worker prefers a port of its own and keeps the set made for it; suppliers take any free port.
 */
export async function startWorld(): Promise<World> {
  const own = FIRST_PORT + Number(process.env.TEST_PARALLEL_INDEX ?? 9);
  const port = (await freePort(own)) ?? (await freePort(0));
  if (port === null) throw new Error('no port is free on this machine');
  const pki = makeDemoPki({
    dir: fileURLToPath(new URL(`../../../.cache/pki-${port}`, import.meta.url)),
    crlBase: `http://localhost:${port}`,
    now: systemClock.now(),
  });
  const portals = await startPortals({
    pkiDir: pki.dir,
    ports: { pki: port, meridian: 0, harbor: 0, cascade: 0 },
  });
  return { ...portals, pki };
}
