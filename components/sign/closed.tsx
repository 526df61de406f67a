import type { RequestState } from '@/lib/order';
import { say } from '@/lib/words';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { VisibleText } from '../ui/visible-text';

interface ClosedProps {
  readonly state: Extract<RequestState, { phase: 'refused' | 'void' }>;
  /** Other requests that wait for a signature. */
  readonly waiting: readonly string[];
  readonly onNext: (requestId: string) => void;
  readonly onClose: () => void;
}

/** A request that was refused, or that became void because its page changed or went: why, and what to do. */
export function Closed({ state, waiting, onNext, onClose }: ClosedProps) {
  const next = waiting[0];
  return (
    <section className="gate">
      <h1>{state.phase === 'refused' ? say('sign.was-refused') : say('sign.was-voided')}</h1>
      <Notice tone={state.phase === 'refused' ? 'information' : 'stop'} role="status">
        <VisibleText>
          {state.phase === 'refused'
            ? say('signing/refused', { reason: state.reason })
            : say.loose(state.fault.code, state.fault.params)}
        </VisibleText>
      </Notice>
      <div className="actions">
        {next !== undefined && (
          <Button look="primary" onClick={() => onNext(next)}>
            {say('sign.next', { count: waiting.length })}
          </Button>
        )}
        <Button look={next === undefined ? 'primary' : 'plain'} onClick={onClose}>
          {say('ui.close')}
        </Button>
      </div>
    </section>
  );
}
