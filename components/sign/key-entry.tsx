import type { KeyboardEvent, Ref } from 'react';
import type { CertificateChoice } from '@/lib/desk';
import { say } from '@/lib/words';
import { TokenFault } from '../page/token-fault';
import { Bars } from '../ui/bars';
import { Notice } from '../ui/notice';
import { PasswordField } from '../ui/password-field';
import { tokenLabel } from '../ui/token-label';
import { VisibleText } from '../ui/visible-text';
import { HeldKey } from './held-key';
import type { KeyEntry as Entry } from './key-entry-of';
import { PinPadWait } from './pin-pad-wait';
import { TriesWarning } from './tries-warning';
import type { KeypadWait } from './use-unlock';

interface KeyEntryProps {
  readonly entry: Entry;
  readonly certificate: CertificateChoice;
  /** In which the hour is told until which a key is open. */
  readonly zone: string;
  /** Whether the last try was acknowledged; before that no PIN field opens. */
  readonly acknowledged: boolean;
  readonly onAcknowledge: (acknowledged: boolean) => void;
  readonly error: string | null;
  readonly field: Ref<HTMLInputElement>;
  readonly onEnter: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** What is under way with the key now; a keypad's wait can be cancelled. */
  readonly waiting: KeypadWait | null;
  readonly onCancel: () => void;
  readonly onLock: () => void;
  readonly onLook: () => void;
}

/** What the key asks for before it signs: its password, its token's PIN, or nothing while this window holds it. */
export function KeyEntry(props: KeyEntryProps) {
  const { entry, certificate, error, field, onEnter } = props;
  const label = certificate.token ? tokenLabel(certificate.token) : '';
  switch (entry.kind) {
    case 'asking':
      return <Bars rows={1} height={44} />;
    case 'held':
      return (
        <HeldKey certificate={certificate} until={entry.until} zone={props.zone} onLock={props.onLock} />
      );
    case 'password':
      return (
        <>
          {entry.again && <p role="status">{say('sign.locked-again')}</p>}
          <PasswordField
            ref={field}
            label={say('sign.password')}
            hint={say('sign.password-hint', { name: certificate.commonName })}
            error={error}
            onEnter={onEnter}
          />
        </>
      );
    case 'looking':
      return (
        <div className="token-looking">
          <p className="quiet" role="status">
            {say('token.looking')}
          </p>
          <Bars rows={1} height={44} />
        </div>
      );
    case 'stopped':
      return <TokenFault fault={entry.fault} onLook={props.onLook} />;
    case 'pin':
    case 'pin-pad':
    case 'no-pin':
      return (
        <>
          {entry.again && <p role="status">{say('sign.locked-again-token')}</p>}
          <TriesWarning
            tries={entry.tries}
            label={label}
            acknowledged={props.acknowledged}
            onAcknowledge={props.onAcknowledge}
          />
          {entry.kind === 'pin' && (entry.tries !== 'last' || props.acknowledged) && (
            <PasswordField
              ref={field}
              autoFocus={entry.tries === 'last'}
              label={say('token.pin')}
              hint={<VisibleText>{say('token.pin-hint', { label })}</VisibleText>}
              error={error}
              onEnter={onEnter}
            />
          )}
          {entry.kind === 'pin-pad' && props.waiting !== null && (
            <PinPadWait label={label} waiting={props.waiting} onCancel={props.onCancel} />
          )}
          {entry.kind === 'pin-pad' && props.waiting === null && (
            <Notice tone="information" title={say('token.pad')}>
              <VisibleText>{say('token.pad-more', { label })}</VisibleText>
            </Notice>
          )}
          {entry.kind === 'no-pin' && (
            <Notice tone="caution" title={say('token.no-pin')}>
              <VisibleText>{say('token.no-pin-more', { label })}</VisibleText>
            </Notice>
          )}
        </>
      );
  }
}
