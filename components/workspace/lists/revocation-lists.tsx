import { useState } from 'react';
import type { RevocationView } from '@/lib/desk';
import { say } from '@/lib/words';
import { Notice } from '../../ui/notice';
import { VisibleText } from '../../ui/visible-text';
import { CaRow } from './ca-row';
import type { FetchOutcome } from './use-fetch-lists';

interface RevocationListsProps {
  readonly view: RevocationView;
  readonly onChanged: () => void;
}

/** By CA: which list is here, how long it is good, how it came; and what can be done where a status stays unknown. */
export function RevocationLists({ view: { cas, zone }, onChanged }: RevocationListsProps) {
  const [outcome, setOutcome] = useState<FetchOutcome | null>(null);
  const ended = (next: FetchOutcome) => {
    setOutcome(next);
    onChanged();
  };
  return (
    <section aria-labelledby="lists-title">
      <h2 id="lists-title">{say('lists.title')}</h2>
      <p className="quiet prose">{say(cas.length === 0 ? 'lists.empty' : 'lists.explain')}</p>
      {cas.length > 0 && (
        <table className="table lists">
          <thead>
            <tr>
              <th scope="col">{say('lists.col.ca')}</th>
              <th scope="col">{say('lists.col.state')}</th>
              <th scope="col" className="num">
                {say('lists.col.number')}
              </th>
              <th scope="col">{say('lists.col.issued')}</th>
              <th scope="col">{say('lists.col.until')}</th>
              <th scope="col">{say('lists.col.source')}</th>
              <th scope="col">{say('lists.col.act')}</th>
            </tr>
          </thead>
          <tbody>
            {cas.map((ca) => (
              <CaRow key={ca.issuer} ca={ca} zone={zone} onEnded={ended} />
            ))}
          </tbody>
        </table>
      )}
      <div aria-live="polite">
        {outcome?.sentences.map((sentence) => (
          <Notice key={sentence} tone={outcome.good ? 'good' : 'caution'}>
            <VisibleText>{sentence}</VisibleText>
          </Notice>
        ))}
      </div>
    </section>
  );
}
