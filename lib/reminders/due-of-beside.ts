import { addDays, daysBetween } from '@/lib/base';
import type { BesideState } from '@/lib/order';
import { businessDaysAfter } from './business-days';
import type { Duty, OrderDuty } from './due';
import { levelOf, urgencyOf, type DueFacts } from './facts';

type Facts = Pick<DueFacts, 'today' | 'settings'>;

/** 21 CFR 1301.76(b) and 1304: Form 106 is complete within 45 days of discovery. */
const FORM_106_DAYS = 45;
const FORM_106_NORMAL_DAYS = 14;

/** What a paper form, an invoice, a transfer or a loss still asks for. */
export function dueOfBeside(state: BesideState, facts: Facts): Duty[] {
  const { id, record, withdrawn } = state;
  if (withdrawn !== null) return [];
  const about = {
    orderId: id,
    orderNumber: record.reference,
    supplierId: null,
    supplierName: record.other?.name ?? null,
  };
  return [...receipt(state, facts), ...loss(state, facts)].map((duty) => ({ ...duty, ...about }));
}

function receipt({ id, record, receiptOpen }: BesideState, { today, settings }: Facts): OrderDuty[] {
  if (!receiptOpen) return [];
  const dueOn = businessDaysAfter(record.date, settings.deliveryBusinessDays + 1, settings.extraHolidays);
  const urgency = urgencyOf(dueOn, today);
  const isOrdered = record.kind === 'paper-222' || record.kind === 'transfer-in';
  return [
    {
      kind: 'beside-receipt',
      key: `beside-receipt:${id}`,
      urgency,
      level: levelOf[urgency],
      dueOn,
      sentence: `due.beside-receipt.${record.kind}`,
      params: {},
      // Copy 3 of a form, or the electronic order, takes the count; an invoice of III to V takes its day of receipt.
      rule: isOrdered ? '21 CFR 1305.13(e)' : '21 CFR 1304.21(d)',
    },
  ];
}

function loss({ id, record, notifiedOn, form106On }: BesideState, { today, settings }: Facts): OrderDuty[] {
  if (record.kind !== 'loss') return [];
  const rule = '21 CFR 1301.76(b)';
  const found: OrderDuty[] = [];
  if (notifiedOn === null) {
    const dueOn = businessDaysAfter(record.date, 1, settings.extraHolidays);
    const urgency = urgencyOf(dueOn, today);
    const sentence = 'due.loss-notice';
    const key = `loss-notice:${id}`;
    // One business day is too short for a quiet beginning.
    found.push({ kind: 'loss-notice', key, urgency, level: 'loud', dueOn, sentence, params: {}, rule });
  }
  if (form106On === null) {
    const dueOn = addDays(record.date, FORM_106_DAYS);
    const urgency = urgencyOf(dueOn, today);
    const isNear = daysBetween(today, dueOn) <= FORM_106_NORMAL_DAYS;
    found.push({
      ...{
        kind: 'loss-form-106',
        key: `loss-form-106:${id}:${isNear ? 'near' : 'far'}`,
        urgency,
        dueOn,
        rule,
      },
      level: urgency === 'soon' && isNear ? 'normal' : levelOf[urgency],
      sentence: 'due.loss-form-106',
      params: {},
    });
  }
  return found;
}
