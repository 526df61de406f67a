import type { Desk, PackProgress } from '@/lib/desk';
import type { GalleryState } from './states';
import { at } from './workspace-at';

const size = { width: 1280, height: 800 };
const whole: PackProgress = {
  ...{ done: 731, total: 731, orders: 1_204, records: 38, files: 4_917 },
  manifestSha256: '7c1e'.repeat(16),
};

/** A pack that has come this far; one that isn't whole stays there. */
const pack =
  (progress: PackProgress): Desk['inspectionPack'] =>
  async (_wish, onProgress) => ({
    ...{ name: 'inspection.zip', fault: () => null },
    stream: new ReadableStream({
      start(controller) {
        onProgress(progress);
        if (progress.manifestSha256 !== null) controller.close();
      },
    }),
  });
const make = ['Make inspection pack', 'fill:PIN', 'Make inspection pack'];

/** What an inspector asks for, on the archive's page. */
export const inspectionStates: Record<string, GalleryState> = {
  'inspection-form': { ...size, show: () => at('/archive'), press: ['Make inspection pack'] },
  'inspection-running': {
    ...size,
    show: () =>
      at('/archive', { inspectionPack: pack({ ...whole, done: 204, orders: 331, manifestSha256: null }) }),
    press: make,
  },
  'inspection-made': { ...size, show: () => at('/archive', { inspectionPack: pack(whole) }), press: make },
};
