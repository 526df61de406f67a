import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Chromium itself works in that folder too, and containers often give it 64 MB. */
const ROOMY_BYTES = 1_000_000_000;

/** A new folder for a browser's profile: in memory where there is room, since a profile is hundreds of small writes. */
export function newProfileDir(): string {
  return mkdtempSync(join(isRoomy() ? MEMORY : tmpdir(), 'countersign-e2e-'));
}

function isRoomy(): boolean {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOMY_BYTES;
}
