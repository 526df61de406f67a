import { useState } from 'react';
import type { CertificateChoice } from '@/lib/desk';
import type { useAct } from '../ui/use-act';
import { keyEntryOf, type KeyEntry } from './key-entry-of';
import { useHeld } from './use-held';
import { useToken } from './use-token';

/** The key of the chosen certificate: what it asks for, and its token where it has one. `signing`: the act that uses it. */
export function useKey(certificate: CertificateChoice | null, signing: ReturnType<typeof useAct>) {
  const { held, lock, reload: askHeld } = useHeld(certificate?.sha256);
  const isWanted = certificate !== null && certificate.token !== null && held.phase === 'closed';
  const { standing, look } = useToken(isWanted ? certificate.sha256 : null);

  // What the last try said counts until the next one has ended: the field mustn't go from under who waits.
  const [said, setSaid] = useState(signing.fault);
  if (!signing.busy && said !== signing.fault) setSaid(signing.fault);

  const entry: KeyEntry = certificate
    ? keyEntryOf({ certificate, held, standing, fault: said })
    : { kind: 'asking' };
  return {
    entry,
    said,
    token: standing.phase === 'there' ? standing.token : null,
    lock,
    askHeld,
    look: () => {
      signing.forget();
      look();
    },
  };
}
