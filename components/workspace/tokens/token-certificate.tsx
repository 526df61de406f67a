import { formatSchedule, type Schedule } from '@/lib/base';
import type { TokenCertificateView } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { formatDay } from '../../ui/format-day';
import { Mark } from '../../ui/mark';
import { VisibleText } from '../../ui/visible-text';

interface TokenCertificateProps {
  readonly certificate: TokenCertificateView;
  readonly busy: boolean;
  readonly onUse: () => void;
}

/** One certificate on a token: whose, for what, until when, and why it can't be used where it can't. */
export function TokenCertificate({ certificate, busy, onUse }: TokenCertificateProps) {
  const { commonName: name, registrantName, unfit, known, hasKey } = certificate;
  const date = formatDay(certificate.validUntil);
  const schedules =
    certificate.schedules.map((schedule) => formatSchedule(schedule as Schedule)).join(', ') ||
    say('tokens.no-schedules');
  return (
    <li className="token-certificate">
      <div className="item">
        <strong>
          <VisibleText>{name}</VisibleText>
        </strong>
        <VisibleText>{registrantName ?? say('ui.unknown')}</VisibleText>
        <span className="quiet">{say('tokens.certificate', { schedules, date })}</span>
        {unfit && (
          <span className="token-unfit tone-stop">
            <Mark tone="stop" />
            <VisibleText>{say.loose(unfit.code, unfit.params)}</VisibleText>
          </span>
        )}
        {!unfit && hasKey === false && (
          <span className="token-unfit tone-caution">
            <Mark tone="caution" />
            {say('tokens.no-key')}
          </span>
        )}
      </div>
      {known ? (
        <span className="level tone-good">
          <Mark tone="good" />
          {say('tokens.known')}
        </span>
      ) : (
        !unfit &&
        hasKey !== false && (
          <Button disabled={busy} aria-label={say('tokens.use-of', { name, date })} onClick={onUse}>
            {say('tokens.use')}
          </Button>
        )
      )}
    </li>
  );
}
