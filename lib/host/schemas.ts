import { limits } from '@/lib/base';
import * as v from 'valibot';
import { hostCodes } from './codes';

const text = v.pipe(v.string(), v.maxLength(limits.hostTextMaxLength));
const path = v.pipe(v.string(), v.minLength(1), v.maxLength(4_096));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const base64 = v.pipe(v.string(), v.maxLength(200_000), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const nothing = v.strictObject({});

/** A token as it names itself; serial numbers alone aren't unique between makers. */
export const tokenNameSchema = v.strictObject({
  serial: text,
  label: text,
  manufacturer: text,
  model: text,
});

/** CKF_* of the token as it reports them (PKCS #11 3.1, 3.2). */
const flagsSchema = v.strictObject({
  initialized: v.boolean(),
  loginRequired: v.boolean(),
  /** The PIN is entered at the token's own keypad. */
  pinPad: v.boolean(),
  pinFewLeft: v.boolean(),
  pinLastTry: v.boolean(),
  pinLocked: v.boolean(),
  pinMustChange: v.boolean(),
});

const certificateSchema = v.strictObject({
  sha256,
  /** Base64 DER. */
  der: base64,
  label: text,
  /** Whether a private key of the same CKA_ID shows; null: not to be told before the PIN was entered. */
  hasKey: v.nullable(v.boolean()),
});

const tokenSchema = v.strictObject({
  ...tokenNameSchema.entries,
  /** What the token says of itself, unchecked: hardware and firmware version, and FIPS where a text of its own has the word. */
  hardware: text,
  firmware: text,
  claimsFips: v.boolean(),
  flags: flagsSchema,
  certificates: v.array(certificateSchema),
});

const moduleSchema = v.strictObject({
  /** OpenSC, SafeNet …; or the manual path's file name. */
  name: text,
  path,
  found: v.boolean(),
});

const faultSchema = v.strictObject({
  code: v.picklist(hostCodes),
  params: v.record(text, v.union([text, v.number()])),
});

export const signAlgorithms = ['rsa-sha256', 'rsa-sha384', 'rsa-sha512', 'ecdsa'] as const;

/**
 * Each command: what it takes and what it answers. The host checks the first and the extension the second; strict objects,
 * so that neither side reads what the other didn't mean.
 */
export const commands = {
  /** Known PKCS #11 modules of this system, found or not. */
  modules: { params: nothing, value: v.strictObject({ modules: v.array(moduleSchema) }) },
  /** Loads one module (one for the life of the process) and lists what is plugged in. No PIN is needed. */
  tokens: {
    params: v.strictObject({ module: path }),
    value: v.strictObject({ tokens: v.array(tokenSchema) }),
  },
  /**
   * Logs in for one certificate's key. `pin`: UTF-8 octets, overwritten once used; null where the token has a keypad or
   * wants no login. Tried exactly once.
   */
  login: {
    params: v.strictObject({
      module: path,
      token: tokenNameSchema,
      certificate: sha256,
      pin: v.nullable(
        v.pipe(
          v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255))),
          v.minLength(1),
          v.maxLength(limits.tokenPinMaxBytes),
        ),
      ),
    }),
    /** `pinPerSignature`: CKA_ALWAYS_AUTHENTICATE; the PIN that was given serves for the next signature alone. */
    value: v.strictObject({ flags: flagsSchema, pinPerSignature: v.boolean() }),
  },
  /** Signs a digest with the key that is logged in. The signature is as WebCrypto gives it: RSA octets, or r ‖ s. */
  sign: {
    params: v.strictObject({ certificate: sha256, algorithm: v.picklist(signAlgorithms), digest: base64 }),
    value: v.strictObject({ signature: base64 }),
  },
  logout: { params: nothing, value: nothing },
  /** Asks time servers (SNTP, RFC 5905): by how much this computer's clock is ahead of theirs. */
  clock: {
    params: v.strictObject({ servers: v.pipe(v.array(text), v.minLength(1), v.maxLength(5)) }),
    value: v.strictObject({
      readings: v.array(
        v.strictObject({
          server: text,
          /** Milliseconds; positive: this computer is ahead. Null where the server didn't answer properly. */
          offsetMs: v.nullable(v.number()),
          roundTripMs: v.nullable(v.number()),
        }),
      ),
    }),
  },
  /** What works and what doesn't, for a person who asks for help: no PIN, no content, no names of people. */
  diagnose: {
    params: nothing,
    value: v.strictObject({
      checks: v.array(v.strictObject({ check: text, ok: v.boolean(), detail: text })),
    }),
  },
} as const satisfies Record<string, { params: v.GenericSchema; value: v.GenericSchema }>;

/** The first thing that a host says, before it is asked anything. */
export const helloSchema = v.object({
  hello: v.literal('countersign-host'),
  /** Also of a host from before the first protocol: too old is told apart from garbled. */
  protocol: v.pipe(v.number(), v.integer(), v.minValue(0)),
  version: text,
  platform: text,
  arch: text,
});

export const requestSchema = v.strictObject({
  id: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 31)),
  command: v.pipe(v.string(), v.maxLength(40)),
  params: v.unknown(),
});

export const answerSchema = v.variant('ok', [
  v.strictObject({ id: v.number(), ok: v.literal(true), value: v.unknown() }),
  /** `id` null: the request couldn't be read so far as to know which it was. */
  v.strictObject({ id: v.nullable(v.number()), ok: v.literal(false), fault: faultSchema }),
]);
