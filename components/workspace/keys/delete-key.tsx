import { useRef } from 'react';
import type { CertificateChoice, Who } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { PasswordField } from '../../ui/password-field';
import { useAct } from '../../ui/use-act';
import { VisibleText } from '../../ui/visible-text';
import { deletionWords } from './deletion-words';

interface DeleteKeyProps {
  readonly certificate: CertificateChoice;
  readonly who: Who;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** What it means, and the PIN of who does it. Nothing is deleted before that. */
export function DeleteKey({ certificate, who, onClose, onDeleted }: DeleteKeyProps) {
  const { desk, send } = useServices();
  const { busy, fault, act } = useAct();
  const pin = useRef<HTMLInputElement>(null);
  const words = deletionWords(certificate);

  const remove = async () => {
    const typed = pin.current?.value ?? '';
    if (pin.current) pin.current.value = '';
    const done = await act(async () => {
      await desk.removeKey({ certificate: certificate.sha256, personId: who.id, pin: typed });
      // A sign window may hold it open.
      await send('sign.lock', {});
      await send('archive.changed', {});
    });
    if (done) onDeleted();
    else pin.current?.focus();
  };

  return (
    <div className="form">
      <p>
        <VisibleText>{say(words.name, { name: certificate.commonName })}</VisibleText>
      </p>
      {words.meaning.map((sentence) => (
        <p key={sentence}>{say(sentence)}</p>
      ))}
      <p className="quiet small">
        <VisibleText>{say('keys.delete-who', { name: who.name })}</VisibleText>
      </p>
      <PasswordField
        ref={pin}
        label={say('ui.who.pin')}
        hint={say('receive.pin-of', { name: who.name })}
        onEnter={() => void remove()}
        autoFocus
      />
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <Button look="primary" aria-disabled={busy} onClick={() => void remove()}>
          {say(busy ? 'keys.deleting' : words.yes)}
        </Button>
        <Button disabled={busy} onClick={onClose}>
          {say('keys.delete-no')}
        </Button>
      </div>
    </div>
  );
}
