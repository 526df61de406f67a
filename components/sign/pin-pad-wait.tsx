import { say } from '@/lib/words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { VisibleText } from '../ui/visible-text';

/** While the token's own keypad waits for its PIN, which may be given up. */
export function PinPadWait({ label, onCancel }: { readonly label: string; readonly onCancel: () => void }) {
  return (
    <Notice tone="information" role="status" title={say('token.pad-now')}>
      <VisibleText>{say('token.pad-waiting', { label })}</VisibleText>
      <div className="actions">
        <Button onClick={onCancel}>{say('token.pad-cancel')}</Button>
      </div>
    </Notice>
  );
}
