import { useState } from 'react';
import type { CertificateChoice } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SignedIn } from '../signed-in';
import { ChangePassword } from './change-password';
import { DeleteKey } from './delete-key';
import { deletionWords } from './deletion-words';

interface KeyActionsProps {
  readonly certificate: CertificateChoice;
  /** Told, in a sentence, what was done. */
  readonly onDone: (sentence: string) => void;
}

/** What can be done with one key: another password, or an end. A token's password is its own affair. */
export function KeyActions({ certificate, onDone }: KeyActionsProps) {
  const [asked, setAsked] = useState<'change' | 'delete' | null>(null);
  const close = () => setAsked(null);
  const done = (sentence: string) => {
    close();
    onDone(sentence);
  };
  const name = certificate.commonName;
  const words = deletionWords(certificate);
  return (
    <div className="key-actions">
      {certificate.token === null && (
        <Button look="quiet" aria-label={say('keys.change-of', { name })} onClick={() => setAsked('change')}>
          {say('keys.change')}
        </Button>
      )}
      <Button look="quiet" aria-label={say(words.buttonOf, { name })} onClick={() => setAsked('delete')}>
        {say(words.button)}
      </Button>
      <Dialog open={asked === 'change'} onClose={close} title={say('keys.change-title')}>
        <SignedIn>
          {() => (
            <ChangePassword
              certificate={certificate}
              onClose={close}
              onChanged={() => done(say('keys.changed', { name }))}
            />
          )}
        </SignedIn>
      </Dialog>
      <Dialog open={asked === 'delete'} onClose={close} title={say(words.title)}>
        <SignedIn>
          {(who) => (
            <DeleteKey
              certificate={certificate}
              who={who}
              onClose={close}
              onDeleted={() => done(say(words.done, { name }))}
            />
          )}
        </SignedIn>
      </Dialog>
    </div>
  );
}
