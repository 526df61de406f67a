import { checkTrustInput } from './check-input';
import { trustIn } from './trust-contents';
import type { Trust, TrustInput } from './types';

/** Reads certificates and lists once, for any number of orders. Throws `VerifierError` on a file that isn't one. */
export function readTrust(input: TrustInput): Trust {
  checkTrustInput(input);
  const { roots, authorities = [], crls = [] } = input;
  const named = (files: readonly Uint8Array[], kind: string) =>
    files.map((bytes, i) => ({ name: `${kind} ${i + 1}`, bytes }));
  return trustIn({
    roots: named(roots, 'root'),
    authorities: named(authorities, 'CA'),
    crls: named(crls, 'list'),
  });
}
