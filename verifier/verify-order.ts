import { CountersignError, parseDeaNumber, systemClock } from '@/lib/base';
import { verifyOrder as judge } from '@/lib/intake';
import { parsePemOrDer } from '@/lib/pki';
import { say } from '@/lib/words/verifier';
import { checkVerifyInput } from './check-input';
import { contentsOf } from './trust-contents';
import { toVerdict } from './to-verdict';
import type { VerifiedOrder, VerifyInput } from './types';
import { VerifierError } from './verifier-error';

/**
 * Verifies a signed order without a network. Throws `VerifierError` for an input that can't be used; whatever the order itself
 * holds is answered, never thrown.
 */
export async function verifyOrder(input: VerifyInput): Promise<VerifiedOrder> {
  checkVerifyInput(input);
  const supplierDea = input.supplierDea === undefined ? null : parseDeaNumber(input.supplierDea);
  if (input.supplierDea !== undefined && supplierDea === null)
    throw new VerifierError(say('verify.error.supplier', { value: input.supplierDea }));
  const receivedAt = input.receivedAt?.getTime() ?? null;
  if (receivedAt !== null && !Number.isFinite(receivedAt))
    throw new VerifierError(say('verify.error.received', { value: String(input.receivedAt) }));
  const verdict = await judge({
    message: unwrapped(input.message),
    ...(input.content === undefined ? {} : { content: input.content }),
    ...contentsOf(input.trust),
    clock: systemClock,
    receivedAt,
    supplierDea,
    seen: input.seen ?? null,
  });
  return { verdict: toVerdict(verdict), content: verdict.content };
}

/** The message itself: some systems hand it over as PEM or base64. */
function unwrapped(message: Uint8Array): Uint8Array {
  try {
    const [only, ...more] = parsePemOrDer(message);
    return only === undefined || more.length > 0 ? message : only;
  } catch (error) {
    // Broken PEM is no message either: judged as it is, it is answered as damaged.
    if (error instanceof CountersignError) return message;
    throw error;
  }
}
