import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser } from './find-browser';

/** Another unpacked build can be tested by naming its folder. */
export const builtForChromium =
  process.env.COUNTERSIGN_EXTENSION ?? fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

export interface LaunchOptions {
  readonly profileDir: string;
  readonly headless: boolean;
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  /** The unpacked extension; the built one unless said. */
  readonly extension?: string;
  /** Believes servers whose certificate nobody vouches for: those of a test. */
  readonly anyCertificate?: boolean;
  /** Beside this process's own. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the real Chromium with the built extension and a profile of its own. */
export async function launchChromium({
  profileDir,
  headless,
  viewport = null,
  extension = builtForChromium,
  anyCertificate = false,
  env = {},
}: LaunchOptions): Promise<BrowserContext> {
  if (!existsSync(join(extension, 'manifest.json')))
    throw new Error('The extension is not built: run `npm run build` first.');
  return chromium.launchPersistentContext(profileDir, {
    headless,
    executablePath: findBrowser('chromium'),
    viewport,
    env: { ...process.env, ...env },
    acceptDownloads: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1366,900',
      ...(anyCertificate ? ['--ignore-certificate-errors'] : []),
    ],
  });
}
