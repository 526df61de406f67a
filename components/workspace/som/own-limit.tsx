import { useState } from 'react';
import type { SomSubstanceView } from '@/lib/desk';
import { say } from '@/lib/words';
import { figure } from '../../chart/figures';
import { AskInDialog } from '../../ui/ask-in-dialog';
import { formatDay } from '../../ui/format-day';
import { Notice } from '../../ui/notice';
import { VisibleText } from '../../ui/visible-text';
import { LimitBar } from './limit-bar';
import { LimitForm, type LimitChange } from './limit-form';
import { projectionWords } from './projection-words';

interface OwnLimitProps {
  readonly view: SomSubstanceView;
  readonly onChanged: () => void;
}

/** The figure that the pharmacy set for itself, the running month beside it, and the way to change it or set it back. */
export function OwnLimit({ view, onChanged }: OwnLimitProps) {
  const { code, limit, limitSet, today } = view;
  const [done, setDone] = useState<LimitChange | null>(null);
  const units = limitSet?.units ?? null;
  const form = (label: string, next: number | null | undefined) => (
    <AskInDialog label={label} title={label} look="plain">
      {(close) => (
        <LimitForm
          code={code}
          before={units}
          next={next}
          onDone={(change) => {
            close();
            setDone(change);
            onChanged();
          }}
          onCancel={close}
        />
      )}
    </AskInDialog>
  );
  return (
    <section className="monitor-part" aria-labelledby="own-limit">
      <h2 id="own-limit">{say('monitoring.limit-title')}</h2>
      <p className="quiet prose">{say('monitoring.limit-explain')}</p>
      {limit ? (
        <>
          <LimitBar standing={limit} />
          {projectionWords(limit).map((text) => (
            <p key={text}>{text}</p>
          ))}
        </>
      ) : (
        <p>{say('monitoring.limit-none')}</p>
      )}
      {limitSet && (
        <p className="quiet small">
          <VisibleText>
            {say('monitoring.limit-by', { name: limitSet.whoName, date: formatDay(limitSet.date, today) })}
          </VisibleText>
        </p>
      )}
      {done && (
        <Notice tone="good" role="status">
          <p>
            {done.now === null
              ? say('monitoring.limit-removed')
              : say('monitoring.limit-saved', { units: figure(done.now) })}
          </p>
          <div className="actions">
            {form(
              done.before === null
                ? say('monitoring.limit-back-none')
                : say('monitoring.limit-back', { units: figure(done.before) }),
              done.before,
            )}
          </div>
        </Notice>
      )}
      <div className="actions">
        {form(say(units === null ? 'monitoring.limit-set' : 'monitoring.limit-change'), undefined)}
        {units !== null && form(say('monitoring.limit-remove'), null)}
      </div>
    </section>
  );
}
