import { CountersignError } from '@/lib/base';
import * as v from 'valibot';
import type { Envelope } from './envelope';
import { purgeSchema } from './purge-schema';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** The members of a record; what its payload says is the business of the folds, which take anything, but for purges. */
const schema = v.strictObject({
  registrant: v.string(),
  station: v.pipe(v.string(), v.minLength(1)),
  seq: v.pipe(whole, v.minValue(1)),
  time: v.strictTuple([whole, whole]),
  who: v.string(),
  commandId: v.string(),
  orderId: v.nullable(v.string()),
  type: v.pipe(v.string(), v.minLength(1)),
  payload: v.record(v.string(), v.unknown()),
  prev: hash,
  hash,
});

/** A record that comes from outside. Throws `archive/record-malformed` with its place in the file, from 1. */
export function readEnvelope(value: unknown, place: number): Envelope {
  const result = v.safeParse(schema, value);
  if (!result.success) refuse(result.issues[0], place);
  const { type, payload } = result.output;
  const purge = type === 'records.purged' ? v.safeParse(purgeSchema, payload) : null;
  if (purge?.issues) refuse(purge.issues[0], place);
  return result.output as unknown as Envelope;
}

function refuse(issue: v.BaseIssue<unknown>, place: number): never {
  const detail = v.getDotPath(issue) ?? 'record';
  throw new CountersignError('archive/record-malformed', { place, detail });
}
