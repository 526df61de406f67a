/** A worker of its own for one certificate file. The address must stand here as it is, so that the build finds the module. */
export function startPfxWorker(): Worker {
  return new Worker(new URL('./pfx-worker.ts', import.meta.url), { type: 'module' });
}
