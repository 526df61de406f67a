import type { CertificateChoice } from '@/lib/desk';
import type { WordKey } from '@/lib/words';

const OF_KEY = {
  button: 'keys.delete',
  buttonOf: 'keys.delete-of',
  title: 'keys.delete-title',
  name: 'keys.delete-name',
  meaning: ['keys.delete-for-good', 'keys.delete-orders'],
  yes: 'keys.delete-yes',
  done: 'keys.delete-done',
} as const;

const OF_TOKEN = {
  button: 'keys.forget',
  buttonOf: 'keys.forget-of',
  title: 'keys.forget-title',
  name: 'keys.forget-name',
  meaning: ['keys.forget-more', 'keys.delete-orders'],
  yes: 'keys.forget-yes',
  done: 'keys.forget-done',
} as const satisfies Record<keyof typeof OF_KEY, WordKey | readonly WordKey[]>;

/** What a deletion means: a key on this computer goes for good; of a token's only the certificate's entry goes. */
export function deletionWords({ token }: CertificateChoice): typeof OF_KEY | typeof OF_TOKEN {
  return token === null ? OF_KEY : OF_TOKEN;
}
