import * as v from 'valibot';
import { say } from '@/lib/words/verifier';
import type { TrustInput, VerifyInput } from './types';
import { VerifierError } from './verifier-error';

const wrong = (field: string, type: string) => say('verify.error.input', { field, type });

/** Asked by its tag: where each module has its own globals (test runners), `instanceof` denies a real Buffer. */
const isA = (value: unknown, type: string) => Object.prototype.toString.call(value) === `[object ${type}]`;

const bytes = (field: string) =>
  v.custom<Uint8Array>((value) => isA(value, 'Uint8Array'), wrong(field, 'Uint8Array'));
const text = (field: string) => v.string(wrong(field, 'string'));
const files = (field: string) => v.array(bytes(field), wrong(field, 'Uint8Array[]'));

const trustInput = v.object(
  { roots: files('roots'), authorities: v.optional(files('authorities')), crls: v.optional(files('crls')) },
  wrong('roots', 'Uint8Array[]'),
);

/** A list of numbers in another form would let every number pass as unused. */
const seenOrder = v.object(
  { number: text('seen.number'), purchaserDea: v.nullable(text('seen.purchaserDea')) },
  wrong('seen', 'SeenOrder[]'),
);

const verifyInput = v.object(
  {
    message: bytes('message'),
    content: v.optional(bytes('content')),
    receivedAt: v.optional(v.custom<Date>((value) => isA(value, 'Date'), wrong('receivedAt', 'Date'))),
    supplierDea: v.optional(text('supplierDea')),
    seen: v.optional(v.array(seenOrder, wrong('seen', 'SeenOrder[]'))),
  },
  wrong('message', 'Uint8Array'),
);

/** JavaScript callers have no compiler that stops them. Throws `VerifierError` that names the field and its type. */
export function checkVerifyInput(input: VerifyInput): void {
  check(verifyInput, input);
}

/** The same for `readTrust`. */
export function checkTrustInput(input: TrustInput): void {
  check(trustInput, input);
}

function check(schema: typeof verifyInput | typeof trustInput, input: unknown): void {
  const { success, issues } = v.safeParse(schema, input, { abortEarly: true });
  if (!success) throw new VerifierError(issues[0].message);
}
