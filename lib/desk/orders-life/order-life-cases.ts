import { CountersignError, limits } from '@/lib/base';
import { judgeAct } from '@/lib/order';
import type { DeskPorts } from '../ports';
import { requireFile } from '../require-file';
import { actOnOrder, orderToday, requirePossible } from './act-on-order';
import { correctEvent } from './correct-event';
import { draftStatement } from './draft-statement';
import { recordShipped } from './record-shipped';
import { replaceLost } from './replace-lost';
import { supplierAnswers } from './supplier-answers';
import type { OrderLifeCases } from './views';

/** Where a person entered what the supplier said, no page did. */
const entered = { origin: null };

function requireText(text: string): string {
  if (text.trim() === '') throw new CountersignError('act/text-missing');
  return text.trim();
}

/** What people declare about an order: void, cancelled, lost, come to light, the supplier's statement, corrections. */
export function orderLifeCases(ports: DeskPorts): OrderLifeCases {
  return {
    async possibleActs(orderId) {
      const { order, today } = await orderToday(ports, orderId);
      const facts = { today };
      return {
        submit: judgeAct(order, { kind: 'submit' }, facts),
        'portal-receive': judgeAct(order, { kind: 'portal-receive' }, facts),
        accept: judgeAct(order, { kind: 'accept' }, facts),
        'not-accept': judgeAct(order, { kind: 'not-accept' }, facts),
        ship: [],
        void: judgeAct(order, { kind: 'void', lines: null, date: null }, facts),
        cancel: judgeAct(order, { kind: 'cancel' }, facts),
        'close-unsent': judgeAct(order, { kind: 'close-unsent' }, facts),
        lose: judgeAct(order, { kind: 'lose' }, facts),
        replace: judgeAct(order, { kind: 'replace' }, facts),
        'turn-up': judgeAct(order, { kind: 'turn-up', date: today }, facts),
        // Whether there are words is for whoever enters them.
        'link-statement': judgeAct(order, { kind: 'link-statement', statement: '-' }, facts),
      };
    },

    draftStatement: draftStatement(ports),

    ...supplierAnswers(ports),
    recordShipped: recordShipped(ports),

    recordVoid: ({ lines, statement, date, ...on }) =>
      actOnOrder(ports, on, 'record-legal-act', (order, _, today) => {
        requirePossible(order, { kind: 'void', lines, date }, today);
        return {
          type: 'order.voided',
          payload: { lines, statement: requireText(statement), date, seen: entered },
        };
      }),

    recordCancellation: ({ text, date, ...on }) =>
      actOnOrder(ports, on, 'record-legal-act', (order, person, today) => {
        requirePossible(order, { kind: 'cancel', date }, today);
        const statement = {
          kind: 'cancellation',
          text: requireText(text),
          signedBy: person.name,
          date,
        } as const;
        return { type: 'order.cancelled', payload: { statement: { ...statement, cms: null } } };
      }),

    closeUnsent: ({ reason, ...on }) =>
      actOnOrder(ports, on, 'record-legal-act', (order, person, date) => {
        requirePossible(order, { kind: 'close-unsent' }, date);
        const text = reason.trim();
        if (text.length < limits.reasonMinLength)
          throw new CountersignError('record/reason-missing', { min: limits.reasonMinLength });
        const statement = { kind: 'cancellation', text, signedBy: person.name, date, cms: null } as const;
        return { type: 'order.cancelled', payload: { statement, unsent: true } };
      }),

    recordLost: ({ text, date, ...on }) =>
      actOnOrder(ports, on, 'record-legal-act', (order, person, today) => {
        requirePossible(order, { kind: 'lose', date }, today);
        const statement = { kind: 'lost', text: requireText(text), signedBy: person.name, date } as const;
        return { type: 'order.lost', payload: { statement: { ...statement, cms: null } } };
      }),

    replaceLost: replaceLost(ports),

    recordTurnedUp: ({ date, note, ...on }) =>
      actOnOrder(ports, on, 'record-legal-act', (order, _, today) => {
        requirePossible(order, { kind: 'turn-up', date }, today);
        return { type: 'order.turned-up', payload: { date, note: note?.trim() || null, seen: entered } };
      }),

    linkStatement: ({ statement, file, ...on }) =>
      actOnOrder(ports, on, 'record-legal-act', (order, _, today) => {
        requirePossible(order, { kind: 'link-statement', statement }, today);
        return {
          type: 'order.statement-linked',
          payload: { statement: statement.trim(), file: requireFile(file), seen: entered },
        };
      }),

    correctEvent: correctEvent(ports),
  };
}
