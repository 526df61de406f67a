import { useRef, useState } from 'react';
import { limits } from '@/lib/base';
import type { CertificateChoice } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { Check } from '../../ui/check';
import { FaultNotice } from '../../ui/fault-notice';
import { PasswordField } from '../../ui/password-field';
import { useAct } from '../../ui/use-act';
import { FileField } from './file-field';

/** A CSOS certificate with its key, from the file that DEA's site gave its holder. The key goes into the vault only. */
export function PfxForm({ onImported }: { readonly onImported: (certificate: CertificateChoice) => void }) {
  const { desk, send } = useServices();
  const [file, setFile] = useState<File | null>(null);
  const [withoutMac, setWithoutMac] = useState(false);
  const [asked, setAsked] = useState(false);
  const filePassword = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const { busy, fault, act } = useAct();

  const load = () => {
    setAsked(true);
    if (!file) return;
    void act(async () => {
      const certificate = await desk.importPfx({
        bytes: new Uint8Array(await file.arrayBuffer()),
        filePassword: filePassword.current?.value ?? '',
        password: password.current?.value ?? '',
        acceptWithoutMac: withoutMac,
      });
      for (const input of [filePassword.current, password.current]) if (input) input.value = '';
      await send('archive.changed', {});
      onImported(certificate);
    });
  };

  return (
    <div className="form">
      <FileField
        label={say('pfx.file')}
        hint={say('pfx.file-hint')}
        accept=".pfx,.p12"
        error={asked && !file ? say('pfx.file-missing') : null}
        onFile={setFile}
      />
      <PasswordField
        ref={filePassword}
        label={say('pfx.file-password')}
        hint={say('pfx.file-password-hint')}
      />
      <PasswordField
        ref={password}
        label={say('pfx.password')}
        hint={say('pfx.password-hint', { min: limits.vaultPasswordMinLength })}
        onEnter={load}
      />
      {fault && <FaultNotice fault={fault} />}
      {(fault?.code === 'pfx/no-mac' || withoutMac) && (
        <Check checked={withoutMac} onChange={setWithoutMac}>
          {say('pfx.without-mac')}
        </Check>
      )}
      <p className="quiet small">{say('pfx.kept')}</p>
      <div className="actions">
        <Button look="primary" disabled={busy} onClick={load}>
          {busy ? say('pfx.opening') : say('pfx.import')}
        </Button>
      </div>
    </div>
  );
}
