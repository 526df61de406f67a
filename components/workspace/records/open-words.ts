import type { BesideState } from '@/lib/order';
import { say } from '@/lib/words';

/** What a record still asks for, in words; empty where it asks for nothing. */
export function openWords({ record, withdrawn, receiptOpen, notifiedOn, form106On }: BesideState): string[] {
  if (withdrawn !== null) return [];
  const isLoss = record.kind === 'loss';
  return [
    ...(receiptOpen ? [say('records.open.receipt')] : []),
    ...(isLoss && notifiedOn === null ? [say('records.open.notice')] : []),
    ...(isLoss && form106On === null ? [say('records.open.form-106')] : []),
  ];
}
