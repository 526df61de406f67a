import { say } from '@/lib/words';
import { Check } from '../ui/check';
import { Notice } from '../ui/notice';
import { VisibleText } from '../ui/visible-text';
import type { TriesLeft } from './key-entry-of';

interface TriesWarningProps {
  readonly tries: TriesLeft;
  readonly label: string;
  readonly acknowledged: boolean;
  readonly onAcknowledge: (acknowledged: boolean) => void;
}

/** What the token says of the tries that are left, before a PIN is entered; the last one must be acknowledged. */
export function TriesWarning({ tries, label, acknowledged, onAcknowledge }: TriesWarningProps) {
  if (tries === null) return null;
  if (tries === 'few')
    return (
      <Notice tone="caution">
        <VisibleText>{say('token.few-left', { label })}</VisibleText>
      </Notice>
    );
  return (
    <Notice tone="stop" title={say('token.last-try')}>
      <VisibleText>{say('token.last-try-more', { label })}</VisibleText>
      <Check checked={acknowledged} onChange={onAcknowledge}>
        {say('token.last-try-check')}
      </Check>
    </Notice>
  );
}
