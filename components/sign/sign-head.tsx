import type { CertificateChoice, SignView } from '@/lib/desk';
import { say } from '@/lib/words';
import { BrandMark } from '../ui/brand-mark';
import { Code } from '../ui/code';
import { formatDay } from '../ui/format-day';
import { sayKey } from '../ui/say-key';
import { VisibleText } from '../ui/visible-text';

interface SignHeadProps {
  readonly view: SignView;
  readonly certificate: CertificateChoice | null;
}

/** Who asks, as the browser says it, and who signs, with which key. */
export function SignHead({ view, certificate }: SignHeadProps) {
  const { asker, registrant } = view;
  return (
    <header className="sign-head">
      <h1 className="sign-title">
        <BrandMark size={28} />
        {say('sign.title')}
      </h1>
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
              {say('sign.certificate', {
                date: formatDay(certificate.validUntil),
                protection: sayKey(certificate.protection),
              })}
            </dd>
          )}
        </div>
      </dl>
    </header>
  );
}
