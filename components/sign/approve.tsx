import { useRef, useState, type SyntheticEvent } from 'react';
import { PenLine } from 'lucide-react';
import { limits, type Fault } from '@/lib/base';
import type { CertificateChoice, PreparedDocument } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../ui/button';
import { FaultNotice } from '../ui/fault-notice';
import { Field } from '../ui/field';
import { PasswordField } from '../ui/password-field';
import { VisibleText } from '../ui/visible-text';
import { CertificatePick } from './certificate-pick';
import { useArmed } from './use-armed';
import { whyNot } from './why-not';

interface ApproveProps {
  readonly certificates: readonly CertificateChoice[];
  readonly certificate: CertificateChoice;
  readonly onCertificate: (sha256: string) => void;
  readonly prepared: PreparedDocument | null;
  readonly current: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
  /** Answers whether the order was signed; a wrong password leaves everything as it was. */
  readonly onSign: (approval: {
    readonly password: string;
    readonly reason: string | null;
  }) => Promise<boolean>;
  readonly onRefuse: () => void;
}

/** Below all lines: which key, why, its password, and the two answers. */
export function Approve(props: ApproveProps) {
  const { certificate, prepared, current, busy, fault, onSign } = props;
  const password = useRef<HTMLInputElement>(null);
  const reasonBox = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<'reason' | 'password' | null>(null);
  const { armed, isArmed } = useArmed(prepared?.sha256 ?? null);
  const kept = whyNot(prepared, current);
  const reasonRequired = prepared?.reasonRequired ?? false;

  const sign = async (event: SyntheticEvent) => {
    // A script's click, or one that was aimed at something else a moment ago, signs nothing (attacks.md 82).
    if (!event.nativeEvent.isTrusted || !isArmed() || kept !== null || busy) return;
    const input = password.current;
    if (reasonRequired && reason.trim().length < limits.reasonMinLength) {
      setMissing('reason');
      reasonBox.current?.focus();
      return;
    }
    if (!input || input.value === '') {
      setMissing('password');
      input?.focus();
      return;
    }
    setMissing(null);
    const typed = input.value;
    const done = onSign({ password: typed, reason: reasonRequired ? reason.trim() : null });
    input.value = '';
    if (!(await done)) input.focus();
  };

  return (
    <section className="approve" aria-labelledby="approve-title">
      <h2 id="approve-title">{say('sign.approve')}</h2>
      {props.certificates.length > 1 && (
        <CertificatePick
          certificates={props.certificates}
          chosen={certificate.sha256}
          onChoose={props.onCertificate}
        />
      )}
      {reasonRequired && (
        <Field
          label={say('sign.reason')}
          hint={say('sign.reason-hint', { min: limits.reasonMinLength })}
          error={missing === 'reason' ? say('signing/reason-required') : null}
        >
          {(control) => (
            <textarea
              {...control}
              ref={reasonBox}
              className="input"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      )}
      <PasswordField
        ref={password}
        label={say('sign.password')}
        hint={say('sign.password-hint', { name: certificate.commonName })}
        error={missing === 'password' ? say('sign.password-missing') : null}
        onEnter={(event) => void sign(event)}
      />
      {fault && <FaultNotice fault={fault} />}
      <p className="quiet">
        {say('sign.meaning')} <VisibleText>{certificate.commonName}</VisibleText>
        {'. '}
        <span className="rule-ref">{say('sign.meaning-rule')}</span>
      </p>
      <div className="actions approve-actions">
        <Button
          look="primary"
          icon={<PenLine size={18} aria-hidden="true" />}
          aria-disabled={!armed || kept !== null || busy}
          aria-describedby={kept ? 'approve-kept' : undefined}
          onClick={(event) => void sign(event)}
        >
          {busy ? say('sign.signing') : say('sign.sign')}
        </Button>
        <Button disabled={busy} onClick={props.onRefuse}>
          {say('sign.refuse')}
        </Button>
        {kept && (
          <span id="approve-kept" className="quiet" role="status">
            {say(kept)}
          </span>
        )}
      </div>
    </section>
  );
}
