import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { faultOf } from '../../lib/base';
import { readPfx } from '../../lib/pki';
import { readManifest } from './read-manifest';

interface PfxCase {
  readonly file: string;
  readonly passwords: readonly string[];
}

export interface PfxResult {
  readonly file: string;
  /** Opened, with any confirmation that the UI would ask for taken as given. */
  readonly ok: boolean;
  readonly password: string | null;
  readonly keys: number | null;
  readonly certs: number | null;
  readonly error: string | null;
}

/** Opens each file of a manifest with its passwords in order. */
export async function* evalPfx(manifest: string): AsyncGenerator<PfxResult> {
  for (const one of readManifest<PfxCase>(manifest)) {
    yield await openOne(one, new Uint8Array(readFileSync(resolve(dirname(manifest), one.file))));
  }
}

async function openOne({ file, passwords }: PfxCase, bytes: Uint8Array): Promise<PfxResult> {
  let error: string | null = null;
  for (const password of passwords) {
    try {
      const { keys, certificates } = await readPfx(bytes, password, { acceptWithoutMac: true });
      return { file, ok: true, password, keys: keys.length, certs: certificates.length, error: null };
    } catch (caught) {
      error = faultOf(caught).code;
    }
  }
  return { file, ok: false, password: null, keys: null, certs: null, error };
}
