import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['{lib,components,tests}/**/*.test.{ts,tsx}'],
    // Key derivation is slow on purpose, and slower on a machine that also builds and browses.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    exclude: ['node_modules/**', '.output/**'],
  },
});
