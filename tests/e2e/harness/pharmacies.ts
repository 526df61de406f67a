import { cpSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, type BrowserContext, type Worker } from '@playwright/test';
import { extensionIn } from './extension';
import { fillOrderBook } from './fill-order-book';
import { launchChromium, type LaunchOptions } from './launch-chromium';
import { newProfileDir } from './profile-dir';
import { setUpPharmacy } from './set-up-pharmacy';
import type { World } from './start-world';

/**
 * `ready`: everything is set up with the certificate `full`. `keyless`: all but a certificate and its key; its host may be
 * asked for revocation lists, as it is the suppliers' too. `ordering`: as `ready`, with orders (`fillOrderBook`).
 */
export type PharmacyKind = 'ready' | 'keyless' | 'ordering';

/**
 * Pharmacies that are set up once, by hand as users do, and then copied with their whole browser profile: every test has
 * its own, and none walks the first run again. They know the world's addresses, so each world has its own.
 */
export interface Pharmacies {
  /** A browser of its own in which the pharmacy is set up and its signer is at work; `close` removes the copy. */
  launch(
    kind: PharmacyKind,
    options?: BrowserOptions,
  ): Promise<{ readonly context: BrowserContext; readonly close: () => Promise<void> }>;
  remove(): void;
}

/** As with `launchChromium`: another build of the extension, a browser that believes every server, an environment. */
type BrowserOptions = Pick<LaunchOptions, 'extension' | 'anyCertificate' | 'env'>;

interface Template {
  readonly profileDir: string;
  /** What lives no longer than the browser: who is at work. */
  readonly session: object;
}

interface Begun {
  readonly profileDir: string;
  readonly context: BrowserContext;
}

/** Made anew by each start, and of no use to another. */
const LEFT_OUT: readonly string[] = ['GPUCache', 'DawnWebGPUCache', 'DawnGraphiteCache', 'GrShaderCache'];

export function keepPharmacies(world: World): Pharmacies {
  const templates: Partial<Record<PharmacyKind, Promise<Template>>> = {};
  const folders: string[] = [];

  const templateOf = (kind: PharmacyKind) => (templates[kind] ??= make(kind));

  async function make(kind: PharmacyKind): Promise<Template> {
    const base = kind === 'ordering' ? await begin(await templateOf('ready')) : await beginFresh();
    const { profileDir, context } = base;
    folders.push(profileDir);
    try {
      const extension = extensionIn(context);
      if (kind === 'ordering') await fillOrderBook(extension, world);
      else await setUpPharmacy(extension, world, { pfx: kind === 'ready' ? 'full' : 'later' });
      const worker = await backgroundOf(context);
      const session = await worker.evaluate(() =>
        (globalThis as unknown as Background).chrome.storage.session.get(),
      );
      return { profileDir, session };
    } finally {
      await context.close();
    }
  }

  return {
    async launch(kind, options) {
      const template = await templateOf(kind);
      // Copies give the same numbers: to suppliers that remember an earlier test's orders, these would be used.
      for (const book of [world.state.meridian, world.state.harbor, world.state.cascade]) book.reset();
      const { profileDir, context } = await begin(template, options);
      return {
        context,
        async close() {
          await context.close();
          rmSync(profileDir, { recursive: true, force: true });
        },
      };
    },
    remove() {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function beginFresh(): Promise<Begun> {
  const profileDir = newProfileDir();
  return { profileDir, context: await launchChromium({ profileDir, headless: true }) };
}

/** A browser on a copy of a template, with the same person at work. */
async function begin(template: Template, options?: BrowserOptions): Promise<Begun> {
  const profileDir = newProfileDir();
  cpSync(template.profileDir, profileDir, {
    recursive: true,
    filter: (from) => !LEFT_OUT.includes(basename(from)),
  });
  const context = await launchChromium({ profileDir, headless: true, ...options });
  const worker = await backgroundOf(context);
  await worker.evaluate(
    (session) => (globalThis as unknown as Background).chrome.storage.session.set(session),
    template.session,
  );
  // The background registers its gate for the allowed sites when the browser starts.
  await expect
    .poll(() =>
      worker.evaluate(
        async () =>
          (await (globalThis as unknown as Background).chrome.scripting.getRegisteredContentScripts()).length,
      ),
    )
    .toBe(1);
  return { profileDir, context };
}

async function backgroundOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
}

interface Background {
  readonly chrome: {
    readonly storage: {
      readonly session: { get(): Promise<object>; set(items: object): Promise<void> };
    };
    readonly scripting: { getRegisteredContentScripts(): Promise<readonly unknown[]> };
  };
}
