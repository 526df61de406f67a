import type { ClockStanding } from '@/lib/desk';
import { say } from '@/lib/words';
import { Button } from '../ui/button';
import { CLOCK_TONES, clockWords } from '../ui/clock-words';
import { FaultNotice } from '../ui/fault-notice';
import { Mark } from '../ui/mark';
import { VisibleText } from '../ui/visible-text';
import { useClock } from './use-clock';

interface ClockLineProps {
  readonly built: ClockStanding;
  /** The clock is judged otherwise now: the document's findings are to follow. */
  readonly onChanged: () => void;
}

/** How this computer's clock compared with others (21 CFR 1311.55(b)(7)), in shape, word and colour. */
export function ClockLine({ built, onChanged }: ClockLineProps) {
  const { standing, now, busy, fault, again } = useClock(built, onChanged);
  const tone = CLOCK_TONES[standing.state];
  return (
    <>
      <p className="problems-clock">
        {say('clock.this')}{' '}
        <span className={`level tone-${tone}`}>
          <Mark tone={tone} />
          <span>
            <VisibleText>{clockWords(standing, now)}</VisibleText>
          </span>
        </span>
        {standing.state !== 'checked' && (
          <Button disabled={busy} onClick={again}>
            {say(busy ? 'clock.checking' : 'clock.again')}
          </Button>
        )}
      </p>
      {'odd' in standing && standing.odd.length > 0 && (
        <p className="quiet small">
          <VisibleText>{say('clock.odd', { sources: standing.odd.join(', ') })}</VisibleText>
        </p>
      )}
      {fault && <FaultNotice fault={fault} />}
    </>
  );
}
