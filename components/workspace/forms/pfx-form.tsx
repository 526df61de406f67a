import { useCallback, useRef, useState } from 'react';
import { limits } from '@/lib/base';
import type { CertificateChoice, KeyCandidate } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { Check } from '../../ui/check';
import { FaultNotice } from '../../ui/fault-notice';
import { Notice } from '../../ui/notice';
import { PasswordField } from '../../ui/password-field';
import { useAct } from '../../ui/use-act';
import { FileField } from './file-field';
import { KeyChoice } from './key-choice';
import { Opening } from './opening';

/** What belongs to one file and is forgotten with the next. */
const UNDECIDED = {
  withoutMac: false,
  candidates: [] as readonly KeyCandidate[],
  certificate: null as string | null,
};

/** A CSOS certificate with its key, from the file that DEA's site gave its holder. The key goes into the vault only. */
export function PfxForm({ onImported }: { readonly onImported: (certificate: CertificateChoice) => void }) {
  const { desk, send } = useServices();
  const [file, setFile] = useState<File | null>(null);
  const [decided, setDecided] = useState(UNDECIDED);
  const [asked, setAsked] = useState(false);
  const [differ, setDiffer] = useState(false);
  const [rounds, setRounds] = useState<number | null>(null);
  const filePassword = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const opening = useRef<AbortController>(null);
  const { busy, fault, act } = useAct();
  const cancel = useCallback(() => opening.current?.abort(), []);
  const decide = (change: Partial<typeof UNDECIDED>) => setDecided((before) => ({ ...before, ...change }));

  const load = () => {
    setAsked(true);
    // Typed once only, a slip of the finger would lock the key away for good.
    const isSame = password.current?.value === again.current?.value;
    setDiffer(!isSame);
    if (!file || !isSame) return;
    void act(async () => {
      opening.current = new AbortController();
      setRounds(null);
      const certificate = await desk.importPfx({
        bytes: new Uint8Array(await file.arrayBuffer()),
        filePassword: filePassword.current?.value ?? '',
        password: password.current?.value ?? '',
        acceptWithoutMac: decided.withoutMac,
        ...(decided.certificate === null ? {} : { certificate: decided.certificate }),
        onRounds: setRounds,
        onSeveral: (candidates) => decide({ candidates }),
        signal: opening.current.signal,
      });
      for (const input of [filePassword.current, password.current, again.current])
        if (input) input.value = '';
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
        onFile={(chosen) => {
          setFile(chosen);
          setDecided(UNDECIDED);
        }}
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
      />
      <PasswordField
        ref={again}
        label={say('pfx.password-again')}
        error={differ ? say('pfx.passwords-differ') : null}
        onEnter={load}
      />
      {fault?.code === 'pfx/cancelled' && (
        <Notice tone="information" role="status">
          {say('pfx/cancelled')}
        </Notice>
      )}
      {fault && fault.code !== 'pfx/cancelled' && <FaultNotice fault={fault} />}
      {(fault?.code === 'pfx/no-mac' || decided.withoutMac) && (
        <Check checked={decided.withoutMac} onChange={(withoutMac) => decide({ withoutMac })}>
          {say('pfx.without-mac')}
        </Check>
      )}
      {decided.candidates.length > 0 && (
        <KeyChoice
          candidates={decided.candidates}
          chosen={decided.certificate}
          onChoose={(certificate) => decide({ certificate })}
        />
      )}
      <p className="quiet small">{say('pfx.kept')}</p>
      <div className="actions">
        <Button look="primary" aria-disabled={busy} onClick={load}>
          {say('pfx.import')}
        </Button>
        {busy && <Opening rounds={rounds} onCancel={cancel} />}
      </div>
    </div>
  );
}
