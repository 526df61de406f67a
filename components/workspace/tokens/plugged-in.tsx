import { useState } from 'react';
import type { CertificateChoice, TokenCertificateView, TokenView } from '@/lib/desk';
import type { HostModule } from '@/lib/host';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { TokenFault } from '../../page/token-fault';
import { tokenStepOf } from '../../page/token-step';
import { Bars } from '../../ui/bars';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { tokenLabel } from '../../ui/token-label';
import { useAct } from '../../ui/use-act';
import { VisibleText } from '../../ui/visible-text';
import { DriverChoice } from './driver-choice';
import { TokenCard } from './token-card';

interface PluggedInProps {
  readonly modules: readonly HostModule[];
  readonly onAdded: (certificate: CertificateChoice) => void;
}

interface Found {
  readonly module: string;
  readonly tokens: readonly TokenView[];
}

/** The tokens that one driver shows, with their certificates, and the act that makes one of them known here. */
export function PluggedIn({ modules, onAdded }: PluggedInProps) {
  const { desk, send } = useServices();
  const [module, setModule] = useState<string | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const [added, setAdded] = useState<string | null>(null);
  const looking = useAct();
  const adding = useAct();

  const look = (path: string) => {
    setModule(path);
    setFound(null);
    setAdded(null);
    adding.forget();
    void looking.act(async () => setFound({ module: path, tokens: await desk.tokens(path) }));
  };

  const add = ({ name }: TokenView, { sha256 }: TokenCertificateView) => {
    if (module === null) return;
    setAdded(null);
    void adding.act(async () => {
      const certificate = await desk.addTokenCertificate({ module, token: name, certificate: sha256 });
      await send('archive.changed', {});
      setAdded(say('tokens.added', { label: tokenLabel(name), name: certificate.commonName }));
      setFound((at) => at && { ...at, tokens: at.tokens.map((token) => withKnown(token, sha256)) });
      onAdded(certificate);
    });
  };

  return (
    <>
      <DriverChoice modules={modules} busy={looking.busy} onChosen={look} />
      <section aria-live="polite">
        {looking.busy && (
          <>
            <p className="quiet" role="status">
              {say('tokens.showing')}
            </p>
            <Bars rows={3} />
          </>
        )}
        {looking.fault && module !== null && (
          <TokenFault fault={looking.fault} atHome onLook={() => look(module)} />
        )}
        {found && (
          <>
            <h3>{say('tokens.plugged-in', { count: found.tokens.length })}</h3>
            {added !== null && (
              <Notice tone="good" role="status">
                <VisibleText>{added}</VisibleText>
              </Notice>
            )}
            {adding.fault &&
              module !== null &&
              (tokenStepOf(adding.fault.code) === null ? (
                <FaultNotice fault={adding.fault} />
              ) : (
                <TokenFault fault={adding.fault} atHome onLook={() => look(module)} />
              ))}
            <ul className="tokens">
              {found.tokens.map((token, index) => (
                <TokenCard
                  key={index}
                  token={token}
                  busy={adding.busy}
                  onUse={(choice) => add(token, choice)}
                />
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}

const withKnown = (token: TokenView, sha256: string): TokenView => ({
  ...token,
  certificates: token.certificates.map((one) => (one.sha256 === sha256 ? { ...one, known: true } : one)),
});
