import { LockOpen } from 'lucide-react';
import type { CertificateChoice } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../ui/button';
import { formatTime } from '../ui/format-time';
import { tokenLabel } from '../ui/token-label';
import { VisibleText } from '../ui/visible-text';

interface HeldKeyProps {
  readonly certificate: CertificateChoice;
  readonly until: number;
  readonly zone: string;
  readonly onLock: () => void;
}

/** The key that an earlier order of this window opened: until when, and how to close it now. */
export function HeldKey({ certificate, until, zone, onLock }: HeldKeyProps) {
  const { token, commonName: name } = certificate;
  const time = formatTime(until, zone);
  return (
    <div className="held-key" role="status">
      <LockOpen size={18} aria-hidden="true" />
      <p>
        <strong>
          <VisibleText>
            {token
              ? say('sign.held-token', { label: tokenLabel(token), time })
              : say('sign.held', { name, time })}
          </VisibleText>
        </strong>{' '}
        <span className="quiet">
          {say('sign.held-more', {
            secret: say(token ? 'sign.held-secret.pin' : 'sign.held-secret.password'),
          })}
        </span>
      </p>
      <Button onClick={onLock}>{say('sign.lock')}</Button>
    </div>
  );
}
