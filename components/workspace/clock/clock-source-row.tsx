import type { ClockSource } from '@/lib/desk';
import { say } from '@/lib/words';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { agoWords, offsetWords } from '../../ui/clock-words';
import { Code } from '../../ui/code';
import { FaultNotice } from '../../ui/fault-notice';
import { useAct } from '../../ui/use-act';

interface ClockSourceRowProps {
  readonly source: ClockSource;
  readonly now: number;
  /** Answered once the browser's question was. */
  readonly onAllowed: (host: string, isAllowed: boolean) => void;
}

/** One clock that may be asked: what it last said, or what keeps it from being asked. */
export function ClockSourceRow({ source, now, onAllowed }: ClockSourceRowProps) {
  const { sites, send } = useServices();
  const { busy, fault, act } = useAct();
  const { name, by, allowed, reading } = source;
  const allow = () =>
    act(async () => {
      // The browser's question must be the first thing in a click. A grant is for the host; a match pattern has no port.
      const isAllowed = await sites.request([`https://${new URL(`https://${name}`).hostname}/*`]);
      if (isAllowed) await send('sites.changed', {});
      onAllowed(name, isAllowed);
    });
  const nothing = say(allowed ? 'clock.never' : 'clock.not-allowed');
  return (
    <tr>
      <th scope="row">
        <Code>{name}</Code>
      </th>
      <td>{say(by === 'ntp' ? 'clock.by.ntp' : 'clock.by.https')}</td>
      <td>{reading ? agoWords(reading.at, now) : nothing}</td>
      <td>{reading ? offsetWords(reading.offsetMs) : ''}</td>
      <td>
        {!allowed && by === 'https' && (
          <Button disabled={busy} onClick={() => void allow()}>
            {say('clock.allow', { host: name })}
          </Button>
        )}
        {!allowed && by === 'ntp' && <span className="quiet">{say('clock.no-helper')}</span>}
        {fault && <FaultNotice fault={fault} />}
      </td>
    </tr>
  );
}
