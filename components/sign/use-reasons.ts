import { useRef, useState, type RefObject } from 'react';
import { judgeReason, type ReasonLack, type SomReasonGiven, type SomReasonKind } from '@/lib/order';
import type { PreparedDocument } from '@/lib/desk';

/** What is asked of the signer, as far as it is answered. */
export interface Reasons {
  readonly kind: SomReasonKind | null;
  readonly detail: string;
  readonly lowered: string;
}

/** What an answer lacks; null: nothing, or nobody has tried to sign with it yet. */
export interface ReasonsLack {
  readonly reason: ReasonLack | 'kind' | null;
  readonly lowered: ReasonLack | null;
}

export interface UseReasons {
  readonly reasons: Reasons;
  readonly lack: ReasonsLack;
  readonly set: (change: Partial<Reasons>) => void;
  readonly kindField: RefObject<HTMLSelectElement | null>;
  readonly detailField: RefObject<HTMLTextAreaElement | null>;
  readonly loweredField: RefObject<HTMLTextAreaElement | null>;
  /** What goes with the approval; null: something is lacking, and the first such field has the focus. */
  readonly answered: () => { readonly reason: SomReasonGiven | null; readonly lowered: string | null } | null;
}

const NOTHING: ReasonsLack = { reason: null, lowered: null };

/** The reasons that a document asks for. They stay while it is built anew, and are judged when the signer wants to sign. */
export function useReasons(
  prepared: Pick<PreparedDocument, 'reasonRequired' | 'lowered'> | null,
): UseReasons {
  const [reasons, setReasons] = useState<Reasons>({ kind: null, detail: '', lowered: '' });
  const [lack, setLack] = useState<ReasonsLack>(NOTHING);
  const kindField = useRef<HTMLSelectElement>(null);
  const detailField = useRef<HTMLTextAreaElement>(null);
  const loweredField = useRef<HTMLTextAreaElement>(null);
  const { kind, detail } = reasons;
  const asksReason = prepared?.reasonRequired ?? false;
  const asksLowered = (prepared?.lowered.length ?? 0) > 0;

  const answered = () => {
    const given = kind === null ? null : { kind, detail: detail.trim() };
    const lowered = reasons.lowered.trim();
    const found: ReasonsLack = {
      reason: !asksReason ? null : given === null ? 'kind' : judgeReason(given),
      lowered: asksLowered ? judgeReason({ kind: 'other', detail: lowered }) : null,
    };
    setLack(found);
    if (found.lowered !== null) loweredField.current?.focus();
    if (found.reason !== null) (found.reason === 'kind' ? kindField : detailField).current?.focus();
    if (found.reason !== null || found.lowered !== null) return null;
    return { reason: asksReason ? given : null, lowered: asksLowered ? lowered : null };
  };

  const set = (change: Partial<Reasons>) => {
    setReasons((before) => ({ ...before, ...change }));
    setLack(NOTHING);
  };
  return { reasons, lack, set, kindField, detailField, loweredField, answered };
}
