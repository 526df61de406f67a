import type { CertificateChoice, SignView, TokenView } from '@/lib/desk';
import { say } from '@/lib/words';
import { BrandMark } from '../ui/brand-mark';
import { Code } from '../ui/code';
import { formatDay } from '../ui/format-day';
import { sayKey } from '../ui/say-key';
import { tokenLabel } from '../ui/token-label';
import { VisibleText } from '../ui/visible-text';

interface SignHeadProps {
  readonly view: SignView;
  readonly certificate: CertificateChoice | null;
  /** The certificate's token, once it was found. */
  readonly token: TokenView | null;
  /** Which order of this window it is, counted from 1. */
  readonly position: number;
}

/** Who asks, as the browser says it, and who signs, with which key. */
export function SignHead({ view, certificate, token, position }: SignHeadProps) {
  const { asker, registrant, waiting } = view;
  const total = position + waiting.length;
  return (
    <header className="sign-head">
      <h1 className="sign-title">
        <BrandMark size={28} />
        {say('sign.title')}
      </h1>
      {total > 1 && (
        <p className="sign-position">
          <strong className="figures">{say('sign.position', { position, total })}</strong>
          {waiting.length > 0 && (
            <span className="quiet">{say('sign.waiting', { count: waiting.length })}</span>
          )}
        </p>
      )}
      <dl className="sign-parties">
        <div>
          <dt>{say('sign.asks')}</dt>
          <dd>
            <strong>
              <VisibleText>{asker.supplierName || say('sign.asks-unnamed')}</VisibleText>
            </strong>
          </dd>
          <dd>{asker.origin ? <Code>{asker.origin}</Code> : say('sign.asks-inbox')}</dd>
        </div>
        <div>
          <dt>{say('sign.signs')}</dt>
          <dd>
            <strong>
              {certificate ? <VisibleText>{certificate.commonName}</VisibleText> : say('sign.no-certificate')}
            </strong>
          </dd>
          <dd>
            <VisibleText>{registrant.name}</VisibleText>, {say('sign.dea')}{' '}
            <Code>{registrant.deaNumber}</Code>
          </dd>
          {certificate && (
            <dd className="quiet">
              <VisibleText>
                {say('sign.certificate', {
                  date: formatDay(certificate.validUntil),
                  protection: protectionOf(certificate, token),
                })}
              </VisibleText>
            </dd>
          )}
        </div>
      </dl>
    </header>
  );
}

/** How the key is protected; what a token says of itself is given as its own claim (21 CFR 1311.55(b) asks for FIPS 140). */
function protectionOf({ protection, token: name }: CertificateChoice, token: TokenView | null): string {
  if (!name) return sayKey(protection);
  const label = tokenLabel(name);
  return token?.claimsFips ? say('token.protection-fips', { label }) : say('token.protection', { label });
}
