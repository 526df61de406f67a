import { errorCodes } from '@/lib/base';
import * as v from 'valibot';

/** Octets in an array of their own; not copied here, because copies of keys would have to be overwritten too. */
const octets = v.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
);

/** What the page asks of the worker, once. */
export const pfxRequestSchema = v.strictObject({
  bytes: octets,
  password: v.string(),
  options: v.strictObject({
    acceptWithoutMac: v.optional(v.boolean()),
    certificate: v.optional(v.string()),
  }),
});

const certificates = v.array(octets);

/** What the worker says: rounds as soon as they are known, then one of the others. Certificates travel as DER. */
export const pfxAnswerSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('rounds'), rounds: v.number() }),
  v.strictObject({ kind: v.literal('opened'), pkcs8: octets, certificate: octets, chain: certificates }),
  v.strictObject({ kind: v.literal('several'), certificates }),
  v.strictObject({
    kind: v.literal('failed'),
    fault: v.strictObject({
      code: v.picklist(errorCodes),
      params: v.record(v.string(), v.union([v.string(), v.number()])),
    }),
  }),
]);

export type PfxRequest = v.InferOutput<typeof pfxRequestSchema>;
export type PfxAnswer = v.InferOutput<typeof pfxAnswerSchema>;
