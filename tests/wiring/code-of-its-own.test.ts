import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json';
import config from '../../wxt.config';

const { manifest } = config;
if (typeof manifest !== 'function') throw new Error('the manifest is made for each browser');

describe('attacks.md 97: the extension runs code of its own alone', () => {
  it.each(['chromium', 'firefox'])('its pages load and evaluate nothing else (%s)', async (browser) => {
    const { content_security_policy: policy } = await manifest({
      ...{ browser, command: 'build', mode: 'production', manifestVersion: 3 },
    });
    // What else an extension may set, for pages in a sandbox, would lift the rule for those.
    expect(Object.keys(policy ?? {})).toEqual(['extension_pages']);
    const text = (policy as { readonly extension_pages: string }).extension_pages;
    const sources = new Map(
      text.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
    );
    expect(text).not.toMatch(/unsafe-|wasm|\*/);
    expect(sources.get('default-src')).toEqual(["'none'"]);
    for (const code of ['script-src', 'style-src', 'worker-src'])
      expect(sources.get(code)).toEqual(["'self'"]);
    for (const never of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(sources.get(never)).toEqual(["'none'"]);
  });

  it.each([
    ['asn1js', '3.0.9'],
    ['node-forge', '1.4.3'],
  ] as const)('its tests hold it against a %s that is pinned, no older than %s', (name, least) => {
    const pinned = packageJson.devDependencies[name];
    expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
    expect(pinned.localeCompare(least, 'en', { numeric: true })).toBeGreaterThanOrEqual(0);
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      readonly packages: Readonly<Record<string, { readonly version?: string }>>;
    };
    const installed = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
    expect(installed.map(([, { version }]) => version)).toEqual([pinned]);
  });

  it('pins every other package too', () => {
    const { dependencies, devDependencies } = packageJson;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
