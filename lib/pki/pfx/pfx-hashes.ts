import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

/** The hashes that files are derived and proved with. */
export const pfxHashes = Object.freeze({ sha1, sha224, sha256, sha384, sha512 });
export type PfxHash = keyof typeof pfxHashes;
