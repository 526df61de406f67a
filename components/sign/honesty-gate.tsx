import { useState, type ReactNode } from 'react';
import type { CertificateChoice, SignView } from '@/lib/desk';
import { usePageServices } from '../page/page-services';
import { useAct } from '../ui/use-act';
import { Honesty } from './honesty';

/** The certificate that is to sign, among those whose key is here. */
export interface Choice {
  readonly certificates: readonly CertificateChoice[];
  readonly certificate: CertificateChoice | null;
  readonly choose: (sha256: string) => void;
}

interface HonestyGateProps {
  readonly view: SignView;
  readonly onLater: () => void;
  readonly children: (choice: Choice) => ReactNode;
}

/**
 * Lets nobody past who hasn't read and accepted what the product isn't, in their own name: whoever stands at the window
 * must know the holder's PIN. Without a key there is nothing to accept yet.
 */
export function HonestyGate({ view, onLater, children }: HonestyGateProps) {
  const { desk, send } = usePageServices();
  const certificates = view.certificates.filter(({ hasKey }) => hasKey);
  const [chosen, setChosen] = useState(
    () => (certificates.find(({ personId }) => personId === view.who?.id) ?? certificates[0])?.sha256 ?? null,
  );
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const { busy, fault, act } = useAct();
  const certificate = certificates.find(({ sha256 }) => sha256 === chosen) ?? null;

  if (certificate && !view.honestyAccepted && !accepted.has(certificate.personId))
    return (
      <Honesty
        key={certificate.personId}
        holder={certificate.commonName}
        busy={busy}
        fault={fault}
        onLater={onLater}
        onAccept={(pin) =>
          void act(async () => {
            await desk.acceptHonesty({ personId: certificate.personId, pin });
            await send('archive.changed', {});
            setAccepted(new Set([...accepted, certificate.personId]));
          })
        }
      />
    );
  return children({ certificates, certificate, choose: setChosen });
}
