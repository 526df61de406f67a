import { limits } from '@/lib/base';
import * as v from 'valibot';
import { draftPartySchema } from '../schemas';
import { hostPattern } from './matches-host';
import { profileOrigins, type PortalProfile } from './profile';
import { columnRuleSchema, readingRulesSchema, selectorSchema } from './rules-schema';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.fieldMaxLength));

/** A profile as it is stored, imported or exported: data only. A pattern that could match foreign hosts is refused. */
export const portalProfileSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/)),
  hosts: v.pipe(
    v.array(
      v.pipe(
        text,
        v.check((host) => hostPattern(host) !== null, 'not a host'),
      ),
    ),
    v.minLength(1),
    v.maxLength(50),
  ),
  supplier: draftPartySchema,
  mode: v.picklist(['integrated', 'companion']),
  deliverTo: v.exactOptional(
    v.strictObject({
      selector: text,
      encoding: v.picklist(['base64', 'pem']),
      kind: v.exactOptional(v.picklist(['field', 'file'])),
    }),
  ),
  documentForm: v.exactOptional(v.picklist(['csos-xml', 'x12-850'])),
  separateCii: v.exactOptional(v.boolean()),
  frames: v.exactOptional(v.pipe(v.array(text), v.maxLength(20))),
  reading: v.exactOptional(readingRulesSchema),
  taughtOver: v.exactOptional(v.nullable(readingRulesSchema)),
  receiving: v.exactOptional(
    v.strictObject({
      quantity: v.exactOptional(columnRuleSchema),
      date: v.exactOptional(columnRuleSchema),
    }),
  ),
  submits: v.exactOptional(v.pipe(v.array(selectorSchema), v.maxLength(20))),
  origin: v.exactOptional(v.picklist(profileOrigins)),
  verified: v.boolean(),
}) satisfies v.GenericSchema<unknown, PortalProfile>;
