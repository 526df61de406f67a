import { useRef, useState } from 'react';
import { limits } from '@/lib/base';
import type { CertificateChoice } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { FaultNotice } from '../../ui/fault-notice';
import { PasswordField } from '../../ui/password-field';
import { useAct } from '../../ui/use-act';
import { VisibleText } from '../../ui/visible-text';

interface ChangePasswordProps {
  readonly certificate: CertificateChoice;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** The old password, and the new one twice: typed once only, a slip of the finger would lock the key away for good. */
export function ChangePassword({ certificate, onClose, onChanged }: ChangePasswordProps) {
  const { desk } = useServices();
  const { busy, fault, act } = useAct();
  const [differ, setDiffer] = useState(false);
  const old = useRef<HTMLInputElement>(null);
  const wanted = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);

  const change = async () => {
    const isSame = wanted.current?.value === again.current?.value;
    setDiffer(!isSame);
    if (!isSame) {
      again.current?.focus();
      return;
    }
    const password = old.current?.value ?? '';
    const newPassword = wanted.current?.value ?? '';
    const done = await act(() =>
      desk.changeKeyPassword({ certificate: certificate.sha256, password, newPassword }),
    );
    const typed = done ? [old.current, wanted.current, again.current] : [old.current];
    for (const input of typed) if (input) input.value = '';
    if (done) onChanged();
    else old.current?.focus();
  };

  return (
    <div className="form">
      <p>
        <VisibleText>{say('keys.change-more', { name: certificate.commonName })}</VisibleText>
      </p>
      <PasswordField ref={old} label={say('keys.old')} autoFocus />
      <PasswordField
        ref={wanted}
        label={say('keys.new')}
        hint={say('pfx.password-hint', { min: limits.vaultPasswordMinLength })}
      />
      <PasswordField
        ref={again}
        label={say('keys.new-again')}
        error={differ ? say('keys.new-differ') : null}
        onEnter={() => void change()}
      />
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <Button look="primary" aria-disabled={busy} onClick={() => void change()}>
          {say(busy ? 'keys.changing' : 'keys.change-yes')}
        </Button>
        <Button disabled={busy} onClick={onClose}>
          {say('ui.cancel')}
        </Button>
      </div>
    </div>
  );
}
