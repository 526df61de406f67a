import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The gallery of every page in every state: for eyes and screenshots, never shipped. */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: here('../../public'),
  resolve: { alias: { '@': here('../..') } },
  build: { outDir: here('../../.cache/gallery'), emptyOutDir: true },
});
