import type { CaListsView, ListView } from '@/lib/desk';
import { say } from '@/lib/words';
import { legalDay } from '@/lib/base';
import { useServices } from '../../page/services';
import { Button } from '../../ui/button';
import { Code } from '../../ui/code';
import { formatDay } from '../../ui/format-day';
import { Mark } from '../../ui/mark';
import { VisibleText } from '../../ui/visible-text';
import { untilWords } from './until-words';
import { useFetchLists, type FetchOutcome } from './use-fetch-lists';

interface CaRowProps {
  readonly ca: CaListsView;
  readonly zone: string;
  readonly onEnded: (outcome: FetchOutcome) => void;
}

/** One CA. A CA that publishes in parts has several lists; each has a line of its own inside the row. */
export function CaRow({ ca, zone, onEnded }: CaRowProps) {
  const { lists, name, hosts } = ca;
  const { busy, start } = useFetchLists(ca, onEnded);
  const refused = hosts.find(({ allowed }) => !allowed);
  return (
    <tr>
      <th scope="row">
        <VisibleText>{name}</VisibleText>
      </th>
      <td>{lists.length === 0 ? <State state="absent" /> : <Lines of={lists} show={stateOf} />}</td>
      <td className="num">
        <Lines of={lists} show={({ number }) => <Code>{number}</Code>} />
      </td>
      <td className="nowrap">
        <Lines of={lists} show={({ issuedAt }) => formatDay(legalDay(issuedAt, zone))} />
      </td>
      <td>
        <Lines of={lists} show={(list) => <Until list={list} zone={zone} />} />
      </td>
      <td>
        {lists.length === 0 && hosts.length === 0 && <span className="quiet">{say('lists.no-host')}</span>}
        <Lines of={lists} show={(list) => <Source list={list} />} />
      </td>
      <td>
        {hosts.length > 0 && (
          <Button
            aria-label={refused ? undefined : say('lists.fetch-one', { name })}
            aria-disabled={busy}
            onClick={start}
          >
            {busy
              ? say('lists.fetching')
              : refused
                ? say('lists.allow', { host: new URL(refused.origin).host })
                : say('lists.fetch')}
          </Button>
        )}
      </td>
    </tr>
  );
}

interface LinesProps {
  readonly of: readonly ListView[];
  readonly show: (list: ListView) => React.ReactNode;
}

function Lines({ of, show }: LinesProps) {
  return of.map((list) => (
    <div key={list.scope} className="list-line">
      {show(list)}
    </div>
  ));
}

const TONES = { current: 'good', ended: 'unchecked', absent: 'unchecked' } as const;

function State({ state }: { readonly state: keyof typeof TONES }) {
  return (
    <span className={`level tone-${TONES[state]}`}>
      <Mark tone={TONES[state]} />
      {say(`lists.state.${state}`)}
    </span>
  );
}

const stateOf = ({ isCurrent }: ListView) => <State state={isCurrent ? 'current' : 'ended'} />;

function Until({ list: { endsAt }, zone }: { readonly list: ListView; readonly zone: string }) {
  const { clock } = useServices();
  if (endsAt === null) return say('lists.no-end');
  return (
    <span className="item">
      <span className="nowrap">{formatDay(legalDay(endsAt, zone))}</span>
      <span className="quiet small">{untilWords(endsAt, clock.now())}</span>
    </span>
  );
}

function Source({ list: { source } }: { readonly list: ListView }) {
  if (source.kind === 'fetched') return say('lists.fetched', { host: source.host });
  return (
    <span className="item">
      <VisibleText>{say('lists.imported', { who: source.who })}</VisibleText>
      <span className="quiet small">
        <VisibleText>{say('lists.of-file', { file: source.file })}</VisibleText>
      </span>
    </span>
  );
}
