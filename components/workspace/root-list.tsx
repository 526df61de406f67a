import { useState } from 'react';
import { say } from '@/lib/words';
import { useServices } from '../page/services';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FaultNotice } from '../ui/fault-notice';
import { useAct } from '../ui/use-act';
import { VisibleText } from '../ui/visible-text';
import { groupFingerprint } from './forms/fingerprint-of';
import { SignedIn } from './signed-in';

interface Root {
  readonly sha256: string;
  readonly subject: string;
}

interface RootListProps {
  readonly roots: readonly Root[];
  readonly onRemoved: () => void;
}

/** The trusted roots. One that was trusted in error can be taken back, by somebody with a name, after a second look. */
export function RootList({ roots, onRemoved }: RootListProps) {
  const [asked, setAsked] = useState<Root | null>(null);
  if (roots.length === 0) return <p className="quiet">{say('certificates.no-root')}</p>;
  return (
    <>
      <ul className="roots">
        {roots.map((root) => (
          <li key={root.sha256} className="root">
            <span className="item">
              <VisibleText>{root.subject}</VisibleText>
              <span className="code-long quiet">{groupFingerprint(root.sha256)}</span>
            </span>
            <Button
              look="quiet"
              aria-label={say('root.remove-one', { subject: root.subject })}
              onClick={() => setAsked(root)}
            >
              {say('root.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog open={asked !== null} onClose={() => setAsked(null)} title={say('root.remove-title')}>
        {asked && (
          <RemoveRoot
            root={asked}
            onClose={() => setAsked(null)}
            onRemoved={() => {
              setAsked(null);
              onRemoved();
            }}
          />
        )}
      </Dialog>
    </>
  );
}

interface RemoveRootProps {
  readonly root: Root;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

function RemoveRoot({ root, onClose, onRemoved }: RemoveRootProps) {
  const { desk, send } = useServices();
  const { busy, fault, act } = useAct();
  const remove = () =>
    act(async () => {
      await desk.removeRoot(root.sha256);
      await send('archive.changed', {});
      onRemoved();
    });
  return (
    <SignedIn>
      {(who) => (
        <>
          <p>
            <VisibleText>{root.subject}</VisibleText>
          </p>
          <p>{say('root.remove-more', { who: who.name })}</p>
          {fault && <FaultNotice fault={fault} />}
          <div className="actions">
            <Button look="primary" disabled={busy} onClick={() => void remove()}>
              {say('root.remove-yes')}
            </Button>
            <Button onClick={onClose}>{say('root.remove-no')}</Button>
          </div>
        </>
      )}
    </SignedIn>
  );
}
