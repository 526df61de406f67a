import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type BrowserContext } from '@playwright/test';
import { extensionIn, type Extension } from './extension';
import { launchChromium } from './launch-chromium';
import { startWorld, type World } from './start-world';

interface Fixtures {
  readonly context: BrowserContext;
  readonly extension: Extension;
}

/** Each test has a browser and a profile of its own; each worker its certification authority and suppliers. */
export const test = base.extend<Fixtures, { readonly world: World }>({
  world: [
    async ({}, use) => {
      const world = await startWorld();
      await use(world);
      await world.stop();
    },
    { scope: 'worker' },
  ],
  context: async ({}, use) => {
    const profileDir = mkdtempSync(join(tmpdir(), 'countersign-e2e-'));
    const context = await launchChromium({ profileDir, headless: true });
    await use(context);
    await context.close();
    rmSync(profileDir, { recursive: true, force: true });
  },
  extension: async ({ context }, use) => {
    await use(extensionIn(context));
  },
});

export { expect } from '@playwright/test';
