import * as v from 'valibot';
import { canonicalJson, finding, limits, type Finding, type Json } from '@/lib/base';
import { effectiveEvents, isCorrectable } from './effective-events';
import type { CorrectableType, OrderEvent, OrderEvents } from './events';
import { payloadSchemas } from './payload-schemas';
import { rules } from './rules';

/**
 * What speaks against a correction, given the whole history of the order: no such record, a record that can't be corrected
 * (1305.25: nobody corrects an order, a new one is issued), a replacement that isn't of its kind or changes nothing, no reason.
 */
export function judgeCorrection(
  events: readonly OrderEvent[],
  { corrects, replacement, reason }: OrderEvents['order.corrected'],
): Finding[] {
  const target = events.find(({ id }) => id === corrects);
  if (!target) return [finding('blocks', 'correct/unknown', {})];
  if (!isCorrectable(target)) {
    const isOrder = target.type === 'order.signed' || target.type === 'order.tracked';
    return [
      isOrder
        ? finding('blocks', 'correct/order-itself', { rule: rules.defective })
        : finding('blocks', 'correct/not-correctable', {}),
    ];
  }
  const findings: Finding[] = [];
  if (reason.trim().length < limits.reasonMinLength)
    findings.push(
      finding('blocks', 'record/reason-missing', {
        field: 'reason',
        params: { min: limits.reasonMinLength },
      }),
    );
  if (replacement !== null && !v.is(payloadSchemas[target.type as CorrectableType], replacement))
    return [...findings, finding('blocks', 'correct/malformed', { field: 'replacement' })];
  const counting = effectiveEvents(events).events.find(({ id }) => id === corrects)?.payload ?? null;
  if (canonicalJson(counting as unknown as Json) === canonicalJson(replacement as unknown as Json))
    findings.push(finding('blocks', 'correct/nothing-changed', { field: 'replacement' }));
  return findings;
}
