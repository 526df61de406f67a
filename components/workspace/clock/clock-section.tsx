import { useCallback, useState } from 'react';
import type { ClockView } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Bars } from '../../ui/bars';
import { Button } from '../../ui/button';
import { CLOCK_TONES, clockWords } from '../../ui/clock-words';
import { FaultNotice } from '../../ui/fault-notice';
import { Mark } from '../../ui/mark';
import { Notice } from '../../ui/notice';
import { useAct } from '../../ui/use-act';
import { useLoaded } from '../../ui/use-loaded';
import { VisibleText } from '../../ui/visible-text';
import { ClockSourceRow } from './clock-source-row';

/** This computer's clock against others (21 CFR 1311.55(b)(7)): how it stands, who may be asked, and what to do. */
export function ClockSection() {
  const { desk, clock } = useServices();
  const { reload, ...found } = useLoaded(useCallback(() => desk.clockView(), [desk]));
  const { busy, fault, act } = useAct();
  const [denied, setDenied] = useState<string | null>(null);
  const compare = () =>
    act(async () => {
      setDenied(null);
      await desk.compareClock();
      reload();
    });
  const allowed = (host: string, isAllowed: boolean) => {
    if (isAllowed) void compare();
    else setDenied(host);
  };
  return (
    <section className="clock" aria-labelledby="clock-title">
      <h2 id="clock-title">{say('clock.title')}</h2>
      <p className="quiet prose">
        {say('clock.explain')} <span className="rule-ref">{say('clock.rule')}</span>
      </p>
      {found.phase === 'loading' && <Bars rows={2} />}
      {found.phase === 'failed' && <FaultNotice fault={found.fault} />}
      {found.phase === 'ready' && (
        <>
          <Standing view={found.value} now={clock.now()} />
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{say('clock.col.source')}</th>
                <th scope="col">{say('clock.col.how')}</th>
                <th scope="col">{say('clock.col.when')}</th>
                <th scope="col">{say('clock.col.offset')}</th>
                <th scope="col">{say('clock.col.act')}</th>
              </tr>
            </thead>
            <tbody>
              {found.value.sources.map((source) => (
                <ClockSourceRow
                  key={`${source.by} ${source.name}`}
                  source={source}
                  now={clock.now()}
                  onAllowed={allowed}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
      {denied !== null && (
        <Notice tone="caution" role="status">
          <VisibleText>{say('clock.denied', { host: denied })}</VisibleText>
        </Notice>
      )}
      {fault && <FaultNotice fault={fault} />}
      <div className="actions">
        <Button disabled={busy} onClick={() => void compare()}>
          {say(busy ? 'clock.checking' : 'clock.again')}
        </Button>
      </div>
    </section>
  );
}

function Standing({ view: { standing }, now }: { readonly view: ClockView; readonly now: number }) {
  const tone = CLOCK_TONES[standing.state];
  return (
    <>
      <p role="status">
        <span className={`level tone-${tone}`}>
          <Mark tone={tone} />
          <span>
            <VisibleText>{clockWords(standing, now)}</VisibleText>
          </span>
        </span>
      </p>
      {'odd' in standing && standing.odd.length > 0 && (
        <Notice tone="caution">
          <VisibleText>{say('clock.odd', { sources: standing.odd.join(', ') })}</VisibleText>
        </Notice>
      )}
      {(standing.state === 'ntp-only' || standing.state === 'ntp-off') && (
        <Notice tone="caution">{say('clock.ntp-more')}</Notice>
      )}
      {(standing.state === 'off' || standing.state === 'ntp-off') && (
        <Notice tone="stop">{say('clock.mend')}</Notice>
      )}
      {standing.state === 'differ' && <Notice tone="caution">{say('clock.differ-more')}</Notice>}
      {standing.state === 'unknown' && <Notice tone="caution">{say('clock.nothing')}</Notice>}
    </>
  );
}
