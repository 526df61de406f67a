import { CountersignError, fromBase64 } from '@/lib/base';
import type { CommandParams } from '@/lib/host';
import koffi from 'koffi';
import { CKS_USER, CKU } from './ck';
import { CkrError } from './ckr-error';
import type { Cryptoki } from './cryptoki';
import { toBeSigned } from './to-be-signed';
import { faultOfCkr } from './fault-of-ckr';
import { presentPin, refusedPin, type LoggedIn } from './log-in';
import { readULong, ulongs, writeULong } from './memory';
import { sameWidth } from './same-width';
import { openSession } from './session';
import { tokenInfo } from './token-info';

/** More than any signature has: 8,192-bit RSA. */
const ROOM = 1_024;

/**
 * Signs a digest. Answers RSA octets, or r ‖ s as wide as the curve. Throws a token's codes as CountersignErrors;
 * `token/pin-again` where the key wants its PIN for each signature and the one that was given is used up.
 */
export async function sign(
  cryptoki: Cryptoki,
  held: LoggedIn,
  { algorithm, digest }: Pick<CommandParams<'sign'>, 'algorithm' | 'digest'>,
): Promise<Buffer> {
  const data = toBeSigned(algorithm, fromBase64(digest), held.publicKey);
  if (held.pinPerSignature && held.pin === null && !held.flags.pinPad)
    throw new CountersignError('token/pin-again');
  try {
    await stillLoggedIn(cryptoki, held);
    await begin(cryptoki, held);
    const signature = await finish(cryptoki, held.session, data);
    return sameWidth(signature, held.publicKey);
  } catch (error) {
    if (!(error instanceof CkrError)) throw error;
    throw (await isPulledOut(cryptoki, held))
      ? new CountersignError('token/removed', {}, { cause: error })
      : faultOfCkr(error, algorithm);
  } finally {
    held.pin?.wipe();
    held.pin = null;
  }
}

async function stillLoggedIn({ layout, must }: Cryptoki, { session, flags }: LoggedIn): Promise<void> {
  const memory = Buffer.alloc(layout.sessionInfo.size);
  await must('C_GetSessionInfo', session, memory);
  const state = readULong(layout, memory, koffi.offsetof(layout.sessionInfo, 'state'));
  if (flags.loginRequired && !CKS_USER.includes(state)) throw new CountersignError('token/removed');
}

async function begin(cryptoki: Cryptoki, held: LoggedIn): Promise<void> {
  const { layout, must } = cryptoki;
  const mechanism = Buffer.alloc(layout.mechanism.size);
  writeULong(layout, mechanism, held.publicKey.mechanism);
  await must('C_SignInit', held.session, mechanism, held.key);
  if (!held.pinPerSignature) return;
  try {
    await presentPin(cryptoki, held.session, CKU.CONTEXT_SPECIFIC, held.pin);
  } catch (error) {
    if (!(error instanceof CkrError)) throw error;
    const refusal = await refusedPin(cryptoki, held.slot, error);
    await leaveOperation(cryptoki, held);
    throw refusal;
  }
}

/** The signature that was begun can be ended only with its session; the login stays as long as another one is open. */
async function leaveOperation(cryptoki: Cryptoki, held: LoggedIn): Promise<void> {
  const begun = held.session;
  held.session = await openSession(cryptoki, held.slot);
  await cryptoki.must('C_CloseSession', begun);
}

async function finish({ layout, must }: Cryptoki, session: bigint, data: Buffer): Promise<Buffer> {
  const signature = Buffer.alloc(ROOM);
  const length = ulongs(layout, BigInt(ROOM));
  await must('C_Sign', session, data, BigInt(data.length), signature, length);
  const bytes = readULong(layout, length);
  return signature.subarray(0, bytes > BigInt(ROOM) ? 0 : Number(bytes));
}

/** Modules call a token that was pulled out midway by many names; whether it is there tells. */
async function isPulledOut(cryptoki: Cryptoki, { slot }: LoggedIn): Promise<boolean> {
  try {
    await tokenInfo(cryptoki, slot);
    return false;
  } catch (error) {
    if (error instanceof CkrError) return true;
    throw error;
  }
}
