import { limits } from '@/lib/base';
import * as v from 'valibot';
import { draftPartySchema } from '../schemas';
import { hostPattern } from './matches-host';
import type { PortalProfile } from './profile';

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
  deliverTo: v.exactOptional(v.strictObject({ selector: text, encoding: v.picklist(['base64', 'pem']) })),
  documentForm: v.exactOptional(v.picklist(['csos-xml', 'x12-850'])),
  separateCii: v.exactOptional(v.boolean()),
  verified: v.boolean(),
}) satisfies v.GenericSchema<unknown, PortalProfile>;
