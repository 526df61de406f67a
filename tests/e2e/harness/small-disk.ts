import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallDisk {
  /** Leaves so little room, whatever else writes there meanwhile. */
  fill(leftMegabytes: number): void;
  /** Gives the room back. */
  empty(): void;
  unmount(): void;
}

const MB = 1_000_000;

/** A small disk of its own at this path; null where it may not be mounted: it takes root. */
export function smallDisk(path: string, megabytes: number): SmallDisk | null {
  mkdirSync(path);
  try {
    const options = `size=${String(megabytes)}m`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'none', path], { stdio: 'pipe' });
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
  const ballast = join(path, 'ballast');
  const left = () => {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  };
  return {
    fill(leftMegabytes) {
      writeFileSync(ballast, '');
      const piece = new Uint8Array(MB);
      while (left() > leftMegabytes * MB) appendFileSync(ballast, piece);
    },
    empty: () => rmSync(ballast),
    unmount: () => void execFileSync('umount', ['-l', path]),
  };
}
