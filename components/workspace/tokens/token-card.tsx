import type { TokenCertificateView, TokenView } from '@/lib/desk';
import type { TokenFlags } from '@/lib/host';
import { say } from '@/lib/words';
import { Mark, type Tone } from '../../ui/mark';
import { tokenLabel } from '../../ui/token-label';
import { VisibleText } from '../../ui/visible-text';
import { TokenCertificate } from './token-certificate';

interface TokenCardProps {
  readonly token: TokenView;
  readonly busy: boolean;
  readonly onUse: (certificate: TokenCertificateView) => void;
}

/** One token: what it calls itself, what it claims, how its PIN stands, and what lies on it. */
export function TokenCard({ token, busy, onUse }: TokenCardProps) {
  const { serial, manufacturer, model } = token.name;
  return (
    <li className="token">
      <h4>
        <VisibleText>{tokenLabel(token.name)}</VisibleText>
      </h4>
      <p className="quiet small">
        <VisibleText>{say('tokens.of', { manufacturer, model, serial })}</VisibleText>
      </p>
      <p className="quiet small">{say(token.claimsFips ? 'tokens.claims-fips' : 'tokens.claims-nothing')}</p>
      {flagWords(token.flags).map(([tone, key]) => (
        <p key={key} className={`level tone-${tone}`}>
          <Mark tone={tone} />
          {say(key)}
        </p>
      ))}
      {token.certificates.length === 0 ? (
        <p>{say('tokens.no-certificate')}</p>
      ) : (
        <ul className="token-certificates">
          {token.certificates.map((certificate) => (
            <TokenCertificate
              key={certificate.sha256}
              certificate={certificate}
              busy={busy}
              onUse={() => onUse(certificate)}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

type FlagWord = readonly [
  Tone,
  `tokens.flag.${'locked' | 'must-change' | 'last-try' | 'few-left' | 'pad' | 'empty'}`,
];

/** The gravest word of its PIN, and whether it has a keypad. */
function flagWords(flags: TokenFlags): readonly FlagWord[] {
  if (!flags.initialized) return [['caution', 'tokens.flag.empty']];
  const words: FlagWord[] = [];
  if (flags.pinLocked) words.push(['stop', 'tokens.flag.locked']);
  else if (flags.pinMustChange) words.push(['caution', 'tokens.flag.must-change']);
  else if (flags.pinLastTry) words.push(['stop', 'tokens.flag.last-try']);
  else if (flags.pinFewLeft) words.push(['caution', 'tokens.flag.few-left']);
  if (flags.pinPad) words.push(['information', 'tokens.flag.pad']);
  return words;
}
