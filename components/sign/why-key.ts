import type { KeyEntry } from './key-entry-of';

/** What the key itself still wants before a click can sign; null: nothing, or what is typed into its field. */
export function whyKey(
  entry: KeyEntry,
  acknowledged: boolean,
): 'sign.why-token-looking' | 'sign.why-token' | 'sign.why-last-try' | 'sign.wait' | null {
  switch (entry.kind) {
    case 'asking':
      return 'sign.wait';
    case 'looking':
      return 'sign.why-token-looking';
    case 'stopped':
      return 'sign.why-token';
    case 'pin':
    case 'pin-pad':
    case 'no-pin':
      return entry.tries === 'last' && !acknowledged ? 'sign.why-last-try' : null;
    case 'held':
    case 'password':
      return null;
  }
}
