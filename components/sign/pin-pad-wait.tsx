import { say } from '@/lib/words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { VisibleText } from '../ui/visible-text';
import type { KeypadWait } from './use-unlock';

interface PinPadWaitProps {
  readonly label: string;
  readonly waiting: KeypadWait;
  readonly onCancel: () => void;
}

const WORDS = {
  login: { title: 'token.pad-now', more: 'token.pad-waiting' },
  signature: { title: 'token.pad-signing', more: 'token.pad-again' },
} as const;

/** While the token's own keypad waits for its PIN, or may ask once more for a signature; both may be given up. */
export function PinPadWait({ label, waiting, onCancel }: PinPadWaitProps) {
  const { title, more } = WORDS[waiting];
  return (
    <Notice tone="information" role="status" title={say(title)}>
      <VisibleText>{say(more, { label })}</VisibleText>
      <div className="actions">
        <Button onClick={onCancel}>{say('token.pad-cancel')}</Button>
      </div>
    </Notice>
  );
}
