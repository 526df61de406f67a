import { rmSync } from 'node:fs';
import { test as base, type BrowserContext } from '@playwright/test';
import { extensionIn, type Extension } from './extension';
import { launchChromium } from './launch-chromium';
import { keepPharmacies, type Pharmacies, type PharmacyKind } from './pharmacies';
import { newProfileDir } from './profile-dir';
import { startWorld, type World } from './start-world';

interface Fixtures {
  /** Set by `test.use`: what the test's browser begins with; a browser as just installed unless said. */
  readonly pharmacy: PharmacyKind | 'none';
  readonly context: BrowserContext;
  readonly extension: Extension;
}

/** The first test of a kind waits until its pharmacy was set up. */
const LAUNCH_MS = 240_000;

/** Each test has a browser and a profile of its own; each worker its certification authority, suppliers and pharmacies. */
export const test = base.extend<Fixtures, { readonly world: World; readonly pharmacies: Pharmacies }>({
  world: [
    async ({}, use) => {
      const world = await startWorld();
      await use(world);
      await world.stop();
    },
    { scope: 'worker' },
  ],
  pharmacies: [
    async ({ world }, use) => {
      const pharmacies = keepPharmacies(world);
      await use(pharmacies);
      pharmacies.remove();
    },
    { scope: 'worker' },
  ],
  pharmacy: ['none', { option: true }],
  context: [
    async ({ pharmacy, pharmacies }, use) => {
      const launched = await (pharmacy === 'none' ? launchFresh() : pharmacies.launch(pharmacy));
      await use(launched.context);
      await launched.close();
    },
    { scope: 'test', timeout: LAUNCH_MS },
  ],
  extension: async ({ context }, use) => {
    await use(extensionIn(context));
  },
});

async function launchFresh() {
  const profileDir = newProfileDir();
  const context = await launchChromium({ profileDir, headless: true });
  const close = async () => {
    await context.close();
    rmSync(profileDir, { recursive: true, force: true });
  };
  return { context, close };
}

export { expect } from '@playwright/test';
