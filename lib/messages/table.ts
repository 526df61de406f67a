import { limits } from '@/lib/base';
import { pageApiNonceSchema, pageApiRequestSchema, readingRulesSchema, seenPageSchema } from '@/lib/portal';
import * as v from 'valibot';
import { somReasonKinds } from '@/lib/order';
import type { SenderKind, ToBackground } from './protocol';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = v.pipe(v.string(), v.maxLength(2_000));
const nothing = v.object({});
const edits = v.object({
  certificate: id,
  lines: v.record(
    v.string(),
    v.object({
      packageSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      schedule: v.optional(text),
      confirmed: v.optional(v.boolean()),
    }),
  ),
  supplier: v.partial(
    v.object({ name: text, deaNumber: text, street: text, city: text, state: text, postalCode: text }),
  ),
  wholeOrder: v.optional(v.boolean()),
});

/** Each message: who may send it, and what it must look like. What isn't in this table doesn't exist. */
export const messageTable = {
  'page.settled': { from: 'content', schema: nothing },
  'page.seen': { from: 'content', schema: seenPageSchema },
  'page.act': {
    from: 'content',
    schema: v.object({
      action: v.picklist(['review', 'prepare', 'track', 'place', 'count', 'uncount', 'backfill']),
      page: seenPageSchema,
    }),
  },
  'page.submit-held': {
    from: 'content',
    schema: v.object({ keys: v.pipe(v.array(id), v.maxLength(10)) }),
  },
  'page.submit-anyway': {
    from: 'content',
    schema: v.object({
      reason: v.pipe(v.string(), v.maxLength(limits.reasonMaxLength)),
      page: seenPageSchema,
      keys: v.pipe(v.array(id), v.maxLength(10)),
    }),
  },
  'page.receive': { from: 'content', schema: v.object({ orderId: id }) },
  'page.gone': { from: 'content', schema: nothing },
  'page.api': { from: 'content', schema: pageApiRequestSchema },
  'page.hello': { from: 'content', schema: nothing },
  'page.ack': { from: 'content', schema: v.object({ nonce: pageApiNonceSchema }) },
  'page.submitted': { from: 'content', schema: v.object({ nonce: pageApiNonceSchema }) },
  'page.teach': { from: 'content', schema: nothing },
  'page.profile': { from: 'content', schema: nothing },
  'page.taught': { from: 'content', schema: v.object({ reading: readingRulesSchema }) },
  'due.get': { from: 'page', schema: nothing },
  'archive.changed': { from: 'page', schema: nothing },
  'sites.changed': { from: 'page', schema: nothing },
  'teach.start': { from: 'page', schema: v.object({ tabId: v.pipe(v.number(), v.integer()) }) },
  'sign.open': { from: 'page', schema: v.object({ requestId: id }) },
  'sign.approve': {
    from: 'page',
    schema: v.object({
      ...{ requestId: id, document: v.string(), edits },
      reason: v.nullable(v.object({ kind: v.picklist(somReasonKinds), detail: text })),
      lowered: v.nullable(text),
    }),
  },
  'sign.held': { from: 'page', schema: nothing },
  'sign.lock': { from: 'page', schema: nothing },
} as const satisfies {
  readonly [N in keyof ToBackground]: { readonly from: SenderKind; readonly schema: v.GenericSchema };
};
