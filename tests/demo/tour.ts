import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extensionIn } from '../e2e/harness/extension';
import { launchChromium } from '../e2e/harness/launch-chromium';
import { setUpPharmacy } from '../e2e/harness/set-up-pharmacy';
import { startWorld } from '../e2e/harness/start-world';
import { importDemoHistory } from './import-demo-history';
import { createShots } from './shots';
import { tourCascade } from './tour-cascade';
import { tourHarbor } from './tour-harbor';
import { tourKeeping } from './tour-keeping';
import { tourMeridian } from './tour-meridian';
import { tourMonitoring } from './tour-monitoring';

/** The whole flow at three suppliers without a screen: pictures and the signed order in `tour/`, OpenSSL's verdict printed. */
export async function tour(): Promise<void> {
  const shots = createShots(fileURLToPath(new URL('../../tour', import.meta.url)));
  const profileDir = mkdtempSync(join(tmpdir(), 'countersign-tour-'));
  const world = await startWorld();
  const context = await launchChromium({ profileDir, headless: true });
  try {
    const extension = extensionIn(context);
    const workspace = await setUpPharmacy(extension, world);
    await importDemoHistory(workspace);
    await shots.take(
      'set-up',
      'Registration, people, root, certificate, three suppliers, two years of orders',
      workspace,
    );
    await workspace.close();

    const scene = { extension, world, shots };
    await tourMeridian(scene);
    await tourHarbor(scene);
    await tourCascade(scene);
    await tourMonitoring(scene);
    await tourKeeping(scene);
    console.log('\nPictures and the signed order are in tour/.');
  } finally {
    await context.close();
    await world.stop();
    rmSync(profileDir, { recursive: true, force: true });
  }
}
