import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { demoPki } from '../../pki/demo-pki';
import { launchFirefox, type FirefoxWithExtension } from './launch-firefox';

const built = fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url));

let firefox: FirefoxWithExtension;
test.beforeAll(async () => {
  firefox = await launchFirefox();
});
test.afterAll(async () => {
  await firefox.browser.close();
});

test('the worker of certificate files loads under the page’s policy and opens one; no page may reach it', async () => {
  const worker = readdirSync(`${built}/assets`).find((name) => name.startsWith('pfx-worker-'));
  const pki = demoPki();
  const page = await firefox.openExtensionPage('workspace.html');
  const kinds = await page.evaluate(
    (address, octets, password) =>
      new Promise<string[]>((resolve, reject) => {
        const said: string[] = [];
        const started = new Worker(address, { type: 'module' });
        started.onerror = (event) => reject(new Error(event.message));
        started.onmessage = ({ data }: MessageEvent<{ kind: string; pkcs8?: Uint8Array }>) => {
          said.push(data.kind);
          if (data.kind !== 'rounds') resolve([...said, String((data.pkcs8?.length ?? 0) > 1_000)]);
        };
        started.postMessage({ bytes: Uint8Array.from(octets), password, options: {} });
      }),
    `/assets/${worker}`,
    [...readFileSync(pki.pfx.full)],
    pki.password,
  );
  expect(kinds).toEqual(['rounds', 'opened', 'true']);
  const manifest = JSON.parse(readFileSync(`${built}/manifest.json`, 'utf8')) as Record<string, unknown>;
  expect(manifest).not.toHaveProperty('web_accessible_resources');
});
