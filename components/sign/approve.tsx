import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { PenLine } from 'lucide-react';
import type { Fault } from '@/lib/base';
import type { CertificateChoice, EarlierReason, PreparedDocument } from '@/lib/desk';
import type { SomReasonGiven } from '@/lib/order';
import { say } from '@/lib/words';
import { Button } from '../ui/button';
import { FaultNotice } from '../ui/fault-notice';
import { VisibleText } from '../ui/visible-text';
import { CertificatePick } from './certificate-pick';
import { KeyEntry } from './key-entry';
import type { KeyEntry as Entry } from './key-entry-of';
import { LoweredFields } from './lowered-fields';
import { readSecret, type Entered, type Secret } from './read-secret';
import { ReasonFields } from './reason-fields';
import { useAcknowledged } from './use-acknowledged';
import { useArmed } from './use-armed';
import { useReasons } from './use-reasons';
import type { KeypadWait } from './use-unlock';
import { whyKey } from './why-key';
import { whyNot } from './why-not';

/** What the signer enters beside the order itself. */
export interface ApprovalGiven {
  readonly secret: Secret;
  readonly reason: SomReasonGiven | null;
  readonly lowered: string | null;
}

interface ApproveProps {
  readonly certificates: readonly CertificateChoice[];
  readonly certificate: CertificateChoice;
  readonly onCertificate: (sha256: string) => void;
  readonly prepared: PreparedDocument | null;
  readonly current: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
  /** As `fault`, but kept until the next try has ended. */
  readonly said: Fault | null;
  /** What the key asks for, and what a keypad may be waiting for. */
  readonly entry: Entry;
  readonly waiting: KeypadWait | null;
  readonly zone: string;
  /** Reasons given before for substances that are far from the usual now. */
  readonly earlier: readonly EarlierReason[];
  /** A wrong password leaves everything as it was; `secret` null: this window holds the key already. */
  readonly onSign: (approval: ApprovalGiven) => void;
  readonly onCancel: () => void;
  readonly onLock: () => void;
  readonly onLook: () => void;
  readonly onRefuse: () => void;
}

/** Below all lines: which key, why, what opens it, and the two answers. */
export function Approve(props: ApproveProps) {
  const { certificate, prepared, current, busy, fault, entry, onSign } = props;
  const field = useRef<HTMLInputElement>(null);
  const answer = useRef<HTMLButtonElement>(null);
  const reasons = useReasons(prepared);
  const [missing, setMissing] = useState<(Entered & { ok: false })['missing'] | null>(null);
  const { armed, isArmed } = useArmed(prepared?.sha256 ?? null);
  const { acknowledged, acknowledge } = useAcknowledged(certificate.sha256, props.said);
  const kept = whyNot(prepared, current) ?? whyKey(entry, acknowledged);

  // The field may have come or gone with the fault, so its place is looked up once it is drawn.
  useEffect(() => {
    if (fault) (field.current ?? answer.current)?.focus();
  }, [fault]);

  const sign = (event: SyntheticEvent) => {
    // A script's click, or one that was aimed at something else a moment ago, signs nothing (attacks.md 82).
    if (!event.nativeEvent.isTrusted || !isArmed() || kept !== null || busy) return;
    const answered = reasons.answered();
    if (!answered) return;
    const entered = readSecret(entry, field.current);
    setMissing(entered.ok ? null : entered.missing);
    if (entered.ok) onSign({ secret: entered.secret, ...answered });
    else field.current?.focus();
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
      {prepared && prepared.lowered.length > 0 && <LoweredFields lowered={prepared.lowered} use={reasons} />}
      {prepared?.reasonRequired && <ReasonFields use={reasons} earlier={props.earlier} />}
      <KeyEntry
        entry={entry}
        certificate={certificate}
        zone={props.zone}
        acknowledged={acknowledged}
        onAcknowledge={acknowledge}
        error={missing === null ? null : say(missing)}
        field={field}
        onEnter={sign}
        waiting={props.waiting}
        onCancel={props.onCancel}
        onLock={props.onLock}
        onLook={props.onLook}
      />
      {fault && entry.kind !== 'stopped' && <FaultNotice fault={fault} />}
      <p className="quiet">
        {say('sign.meaning')} <VisibleText>{certificate.commonName}</VisibleText>
        {'. '}
        <span className="rule-ref">{say('sign.meaning-rule')}</span>
      </p>
      <div className="actions approve-actions">
        <Button
          ref={answer}
          look="primary"
          icon={<PenLine size={18} aria-hidden="true" />}
          aria-disabled={!armed || kept !== null || busy}
          aria-describedby={kept ? 'approve-kept' : undefined}
          onClick={sign}
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
