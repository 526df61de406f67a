import { defineConfig } from 'wxt';

/** Fixes the extension's id in Chromium (the public half of a discarded key), so that native hosts and policies can name it. */
const CHROMIUM_PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA71kAeiX2U8R91yueDv0p9ef/4D9Evt66aNp+dRmxxnXSxzyyslT6OaPRNfse1Qn3m+O/agzU0YYXjnNlNDvPWxGsn6/bgB81YinPja+bFIi8kur4k3P5mGjG3/k7v/HPtWmMZUyTc3+KeFc9Vtx1qVxdIZtuASDqOwk2czVKVd/u0pT3vn/fq/AxRTwinWZGfPd8IJgnoqwbQiH4E3SRbuavjVjnhcPGCwyKMMrB/uSS7ZkDgdR5Z9Nb7EPGsfdWo2zwLkpYapjbAS8yu27A+MLcgyLutRkEuAzD2/vy4pHMcz2MLPcNmQkFb2zS4irqAArJXG/19Oib7eet0j+sOwIDAQAB';

/** Everything from the package; the network only to fetch revocation lists (HTTP by their own rules, RFC 5280 4.2.1.13). */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' http: https:",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // `idle` (no warning): an unlocked key is locked when the computer is.
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'notifications', 'scripting', 'activeTab', 'idle'],
    // Asked for when the first token is added; signing with a key file needs no helper program.
    // `downloads` where the daily copy goes there.
    optional_permissions: ['nativeMessaging', 'downloads'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'countersign@countersign.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          key: CHROMIUM_PUBLIC_KEY,
          minimum_chrome_version: '132',
          // Firefox hands policies on without a schema of the extension's.
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
});
