import { useState, type ReactNode } from 'react';
import { limits } from '@/lib/base';
import { ActForm, type ActBy } from './act-form';
import { ReasonField } from './reason-field';

interface ReasonedActProps {
  /** What is done, and what follows from it. */
  readonly children: ReactNode;
  /** On the button. */
  readonly label: string;
  readonly onAct: (by: ActBy & { readonly reason: string }) => Promise<void>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** An act that needs nothing but a reason: withdrawn, taken back, closed. */
export function ReasonedAct({ children, label, onAct, onDone, onCancel }: ReasonedActProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const short = reason.trim().length < limits.reasonMinLength;
  return (
    <ActForm
      label={label}
      check={() => {
        setAsked(true);
        return !short;
      }}
      onAct={(by) => onAct({ ...by, reason: reason.trim() })}
      onDone={onDone}
      onCancel={onCancel}
    >
      {children}
      <ReasonField value={reason} isMissing={asked && short} onChange={setReason} />
    </ActForm>
  );
}
