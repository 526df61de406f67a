import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { systemClock } from '@/lib/base';
import { makeDemoPki } from '../pki/make-demo-pki';
import { demoPassword } from '../pki/demo-subscribers';
import { startPortals } from '../portal';
import { extensionIn } from '../e2e/harness/extension';
import { launchChromium } from '../e2e/harness/launch-chromium';
import { demoPin, setUpPharmacy } from '../e2e/harness/set-up-pharmacy';
import { importDemoHistory } from './import-demo-history';

const cache = (name: string) => fileURLToPath(new URL(`../../.cache/${name}`, import.meta.url));

/** A browser with a pharmacy that is set up, and its three suppliers, until the browser is closed. */
export async function runDemo(): Promise<void> {
  const pki = makeDemoPki({ dir: cache('demo-pki'), now: systemClock.now() });
  const portals = await startPortals({ pkiDir: pki.dir });
  const world = { ...portals, pki };
  // The suppliers forget everything when they stop, so the pharmacy begins anew with them.
  const profileDir = cache('demo-profile');
  rmSync(profileDir, { recursive: true, force: true });
  const context = await launchChromium({ profileDir, headless: false });
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  try {
    const workspace = await setUpPharmacy(extensionIn(context), world);
    await importDemoHistory(workspace);
    for (const name of ['cascade', 'harbor', 'meridian'] as const) {
      const page = await context.newPage();
      await page.goto(`${portals.urls[name]}/`);
    }
    console.log(`
The pharmacy is set up: Dana Okafor signs (key password ${demoPassword}, PIN ${demoPin}). Sign in at the suppliers with any name.
1. Meridian (${portals.urls.meridian}): Order Entry, quantities, Review Order; in the panel press “Review and sign”.
2. Sign in the window that opens, then press Meridian’s own “Submit Signed Order”; it verifies what it got.
3. Harbor (${portals.urls.harbor}): Checkout, “Sign with Countersign”. Order 60 packages of oxycodone 30 mg to see a warning.
4. Cascade (${portals.urls.cascade}): fill the cart, press “Track this order” in the panel, then let Cascade sign (PIN 1234).
5. Ship: curl -X POST -H 'content-type: application/json' -d '{"orderNumber":"26X…"}' ${portals.urls.meridian}/admin/ship; reload the order’s page.
6. Record what arrived from the panel, the popup or the workspace; put a count right on the order’s page.
7. Monitoring in the workspace: two years of orders at three suppliers, substance by substance; ratios; a request for an increase.
8. Also there: Other records (a paper form, a loss), People (letters of attorney), Archive (copy, backup, inspection pack).
Closing the browser ends the demo.`);
    await closed;
  } finally {
    await context.close();
    await portals.stop();
  }
}
