import type { ReactNode } from 'react';
import type { PlainDate } from '@/lib/base';
import type { DueItem } from '@/lib/reminders';
import { say } from '@/lib/words/light';
import { Button } from './button';
import { OrderNumberCode } from './code';
import { dueAction, type DueTarget } from './due-action';
import { DueUrgency } from './due-urgency';
import { formatDay, relativeDay } from './format-day';
import { sayKey } from './say-key';
import { VisibleText } from './visible-text';

interface DueRowProps {
  readonly item: DueItem;
  readonly today: PlainDate;
  readonly primary: boolean;
  readonly onGo: (target: DueTarget) => void;
  /** What else can be done here, beside the one action. */
  readonly children?: ReactNode;
}

/** One duty: how urgent, what, since or until when, and its one action. */
export function DueRow({ item, today, primary, onGo, children }: DueRowProps) {
  const { label, target } = dueAction(item);
  return (
    <li className="due">
      <div className="due-head">
        <DueUrgency urgency={item.urgency} />
        {item.dueOn && (
          <time dateTime={item.dueOn} className="quiet">
            {item.dueOn === today
              ? formatDay(item.dueOn, today)
              : say('ui.due', {
                  relative: relativeDay(item.dueOn, today),
                  date: formatDay(item.dueOn, today),
                })}
          </time>
        )}
        {item.snoozedUntil && (
          <span className="quiet">{say('ui.snoozed', { date: formatDay(item.snoozedUntil, today) })}</span>
        )}
      </div>
      <p className="due-sentence">
        <VisibleText>{sayKey(item.sentence, item.params)}</VisibleText>
      </p>
      <div className="due-foot">
        <span className="quiet due-about">
          {item.supplierName && <VisibleText>{item.supplierName}</VisibleText>}
          {item.orderNumber && <OrderNumberCode number={item.orderNumber} />}
          {item.rule && <span className="rule-ref">{item.rule}</span>}
        </span>
        {children}
        <Button
          look={primary ? 'primary' : 'plain'}
          aria-label={[label, item.orderNumber ?? item.supplierName].filter(Boolean).join(' ')}
          onClick={() => onGo(target)}
        >
          {label}
        </Button>
      </div>
    </li>
  );
}
