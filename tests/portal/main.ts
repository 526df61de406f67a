import { parseArgs } from 'node:util';
import { systemClock } from '@/lib/base';
import { makeDemoPki } from '../pki/make-demo-pki';
import { startPortals } from './start-portals';

const { values } = parseArgs({ options: { pki: { type: 'string', default: '.cache/demo-pki' } } });

const pki = makeDemoPki({ dir: values.pki, now: systemClock.now() });
const portals = await startPortals({ pkiDir: pki.dir });

console.log(`Meridian Drug          ${portals.urls.meridian}/
Harbor Wholesale       ${portals.urls.harbor}/
Cascade Health Supply  ${portals.urls.cascade}/
Revocation lists       ${portals.urls.pki}/root.crl and /sub.crl
Ship an order: POST /admin/ship {"orderNumber": "26X…"} to its portal. Ctrl-C ends.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void portals.stop().then(() => process.exit(0)));
}
