import { useMemo, useState } from 'react';
import { omit } from '@/lib/base';
import type { SignEdits, SignView } from '@/lib/desk';
import type { DeliveryOutcome } from '@/lib/messages';
import { say } from '@/lib/words';
import { usePageServices } from '../page/page-services';
import { Bars } from '../ui/bars';
import { FaultNotice } from '../ui/fault-notice';
import { Notice } from '../ui/notice';
import { useAct } from '../ui/use-act';
import { Button } from '../ui/button';
import { Approve, type ApprovalGiven } from './approve';
import { blockedFields } from './blocked-fields';
import { GapFields } from './gap-fields';
import { gapsOf } from './gaps-of';
import type { Choice } from './honesty-gate';
import { OrderSheet } from './order-sheet';
import { Problems } from './problems';
import { RefuseDialog } from './refuse-dialog';
import { SignHead } from './sign-head';
import { SomSection } from './som-section';
import { useAdvice } from './use-advice';
import { useAsked } from './use-asked';
import { useKey } from './use-key';
import { usePrepared } from './use-prepared';
import { useUnlock } from './use-unlock';

interface ReviewProps {
  readonly view: SignView;
  readonly choice: Choice;
  /** Which order of this window it is, counted from 1. */
  readonly position: number;
  readonly onDelivered: (outcome: DeliveryOutcome) => void;
  /** The request's state changed: signed, refused or void. */
  readonly onReload: () => void;
}

/** One order, reviewed: who, what, what speaks against it, and the two answers below all of it. */
export function Review({ view, choice, position, onDelivered, onReload }: ReviewProps) {
  const { desk, send } = usePageServices();
  const requestId = view.request.id;
  const [filled, setFilled] = useState<Omit<SignEdits, 'certificate'>>({ lines: {}, supplier: {} });
  const certificate = choice.certificate;
  const chosen = certificate?.sha256;
  const edits = useMemo(
    () => (chosen === undefined ? null : { ...filled, certificate: chosen }),
    [filled, chosen],
  );
  const [turn, setTurn] = useState(0);
  const { prepared, fault, current } = usePrepared(desk, requestId, edits, turn);
  const findings = prepared?.findings ?? [];
  const { advice, pictures, fault: unadvised } = useAdvice(desk, requestId, edits, current ? prepared : null);
  const asked = useAsked(findings);
  const gaps = gapsOf(view.draft, asked);
  const signing = useAct();
  const key = useKey(certificate, signing);
  const unlocking = useUnlock();
  const refusing = useAct();
  const [refuseOpen, setRefuseOpen] = useState(false);

  const sign = async ({ secret, reason, lowered }: ApprovalGiven) => {
    const document = prepared?.document;
    if (!document || !edits) return;
    const done = await signing.act(async () => {
      if (secret) await unlocking.open({ certificate: edits.certificate, ...secret });
      const { delivered } = await unlocking.use(() =>
        send('sign.approve', { requestId, document, edits, reason, lowered }),
      );
      onDelivered(delivered);
    });
    key.askHeld();
    // Midnight may have passed, or the comparison become stricter: what is shown and asked must be what would be signed.
    if (!done) setTurn((n) => n + 1);
    // Also after a failure: a page that changed or went has made the request void.
    onReload();
  };

  const choose = (sha256: string) => {
    signing.forget();
    choice.choose(sha256);
  };

  const refuse = (reason: string) =>
    refusing.act(async () => {
      await desk.refuse(requestId, reason);
      await send('sign.lock', {});
      await send('archive.changed', {});
      onReload();
    });

  return (
    <>
      <SignHead view={view} certificate={certificate} token={key.token} position={position} />
      <GapFields
        draft={view.draft}
        gaps={gaps}
        blocked={blockedFields(findings)}
        edits={{ ...filled, certificate: chosen ?? '' }}
        onChange={(next) => setFilled(omit(next, 'certificate'))}
      />
      {fault && <FaultNotice fault={fault} />}
      {certificate && !prepared && !fault && <Bars rows={8} height={40} />}
      {(prepared || fault || !certificate) && (
        <OrderSheet
          order={prepared?.order ?? view.draft}
          complete={Boolean(prepared?.order)}
          sentences={prepared?.somSentences ?? []}
        />
      )}
      {prepared && (
        <Problems
          prepared={prepared}
          gaps={gaps}
          zone={view.registrant.zone}
          onClockChanged={() => setTurn((n) => n + 1)}
        />
      )}
      <SomSection advice={advice} pictures={pictures} />
      {unadvised && <FaultNotice fault={unadvised} />}
      {certificate ? (
        <Approve
          certificates={choice.certificates}
          certificate={certificate}
          onCertificate={choose}
          prepared={prepared}
          current={current}
          busy={signing.busy}
          fault={signing.fault}
          said={key.said}
          entry={key.entry}
          waiting={unlocking.waiting}
          zone={view.registrant.zone}
          earlier={advice.flatMap(({ earlier }) => earlier ?? [])}
          onSign={(approval) => void sign(approval)}
          onCancel={unlocking.cancel}
          onLock={() => void key.lock()}
          onLook={key.look}
          onRefuse={() => setRefuseOpen(true)}
        />
      ) : (
        <section className="approve">
          <Notice tone="stop" title={say('sign.no-certificate')}>
            <p>{say('sign.no-certificate-more')}</p>
          </Notice>
          <div className="actions">
            <Button onClick={() => setRefuseOpen(true)}>{say('sign.refuse')}</Button>
          </div>
        </section>
      )}
      <footer className="sign-foot quiet small">{say('sign.foot')}</footer>
      <RefuseDialog
        open={refuseOpen}
        busy={refusing.busy}
        fault={refusing.fault}
        onClose={() => setRefuseOpen(false)}
        onRefuse={(reason) => void refuse(reason)}
      />
    </>
  );
}
