import { CountersignError, limits } from '@/lib/base';
import { isSameToken, type CommandParams, type TokenFlags, type TokenName } from '@/lib/host';
import { certificatesIn, type TokenCertificate } from './certificates';
import { CKU } from './ck';
import { CkrError } from './ckr-error';
import { countedULongs, type Cryptoki } from './cryptoki';
import { faultOfCkr } from './fault-of-ckr';
import { asksEachTime, findKey } from './find-key';
import { PinOctets } from './pin-octets';
import { publicKeyOf, type PublicKey } from './public-key';
import { openSession } from './session';
import { pluggedTokens, type Plugged } from './slots';
import { tokenInfo } from './token-info';

/** A key that can be signed with: its user is logged in. */
export interface LoggedIn {
  readonly slot: bigint;
  session: bigint;
  readonly key: bigint;
  /** SHA-256 of the certificate's DER, hex. */
  readonly certificate: string;
  readonly publicKey: PublicKey;
  readonly flags: TokenFlags;
  readonly pinPerSignature: boolean;
  /** Kept only where the next signature needs it once more (CKA_ALWAYS_AUTHENTICATE); otherwise overwritten and null. */
  pin: PinOctets | null;
}

type Wanted = Omit<CommandParams<'login'>, 'module'>;

/**
 * Finds the token by its names and the certificate by its SHA-256, and only then tries the PIN, once. Throws a token's
 * codes as CountersignErrors; the PIN is overwritten whatever comes of it.
 */
export async function logIn(cryptoki: Cryptoki, wanted: Wanted): Promise<LoggedIn> {
  const pin = wanted.pin === null ? null : new PinOctets(wanted.pin);
  let kept: PinOctets | null = null;
  try {
    const { slot, info } = await findToken(cryptoki, wanted.token);
    const session = await openSession(cryptoki, slot);
    try {
      const certificate = await findCertificate(cryptoki, session, wanted.certificate);
      const publicKey = publicKeyOf(certificate.der);
      if (publicKey === null) throw new CountersignError('token/unsupported-algorithm', { algorithm: '?' });
      await mustDo(cryptoki, slot, publicKey);
      if (info.flags.loginRequired) await tryPin(cryptoki, slot, session, pin, info.flags);
      const key = await findKey(cryptoki, session, certificate, publicKey);
      const pinPerSignature = await asksEachTime(cryptoki, session, key);
      kept = pinPerSignature ? pin : null;
      return {
        ...{ slot, session, key, certificate: wanted.certificate, publicKey, pinPerSignature, pin: kept },
        flags: (await tokenInfo(cryptoki, slot)).flags,
      };
    } catch (error) {
      kept = null;
      // What went wrong says more than this could.
      await cryptoki.call('C_CloseSession', session);
      throw error;
    }
  } catch (error) {
    throw error instanceof CkrError ? faultOfCkr(error) : error;
  } finally {
    if (kept === null) pin?.wipe();
  }
}

async function findToken(cryptoki: Cryptoki, name: TokenName): Promise<Plugged> {
  const plugged = await pluggedTokens(cryptoki);
  if (plugged.length === 0) throw new CountersignError('token/none');
  const token = plugged.find(({ info }) => isSameToken(info, name));
  if (token === undefined) throw new CountersignError('token/certificate-missing');
  const { flags } = token.info;
  if (!flags.initialized) throw new CountersignError('token/not-initialized');
  if (flags.pinLocked) throw new CountersignError('token/pin-locked');
  if (flags.pinMustChange) throw new CountersignError('token/pin-must-change');
  return token;
}

async function findCertificate(
  cryptoki: Cryptoki,
  session: bigint,
  sha256: string,
): Promise<TokenCertificate> {
  const found = (await certificatesIn(cryptoki, session)).find((one) => one.sha256 === sha256);
  if (found === undefined) throw new CountersignError('token/certificate-missing');
  return found;
}

/** No PIN is spent on a token that couldn't sign afterwards. */
async function mustDo(cryptoki: Cryptoki, slot: bigint, { mechanism, kind }: PublicKey): Promise<void> {
  const can = await countedULongs(cryptoki, 'C_GetMechanismList', slot, limits.tokenMechanismsMax);
  if (!can.includes(mechanism))
    throw new CountersignError('token/unsupported-algorithm', {
      algorithm: kind === 'rsa' ? 'RSA' : 'ECDSA',
    });
}

async function tryPin(
  cryptoki: Cryptoki,
  slot: bigint,
  session: bigint,
  pin: PinOctets | null,
  flags: TokenFlags,
): Promise<void> {
  if (pin === null && !flags.pinPad) throw new CountersignError('input/malformed', { detail: 'pin' });
  const once = async () => {
    try {
      await presentPin(cryptoki, session, CKU.USER, pin);
      return true;
    } catch (error) {
      if (!(error instanceof CkrError)) throw error;
      if (error.rv === 'CKR_USER_ALREADY_LOGGED_IN') return false;
      throw await refusedPin(cryptoki, slot, error);
    }
  };
  if (await once()) return;
  // The module kept an earlier login and has not looked at this PIN: it is presented for the first time below.
  await cryptoki.must('C_Logout', session);
  if (!(await once())) throw new CountersignError('token/busy');
}

/** One C_Login. Throws a CkrError. */
export async function presentPin(
  { must }: Cryptoki,
  session: bigint,
  user: bigint,
  pin: PinOctets | null,
): Promise<void> {
  await must('C_Login', session, user, pin?.memory ?? null, BigInt(pin?.memory.length ?? 0));
}

/** What a refused PIN means: how many tries are left stands in the token's flags, read anew. */
export async function refusedPin(
  cryptoki: Cryptoki,
  slot: bigint,
  error: CkrError,
): Promise<CountersignError> {
  if (error.rv !== 'CKR_PIN_INCORRECT') return faultOfCkr(error);
  const { flags } = await tokenInfo(cryptoki, slot);
  if (flags.pinLocked) return new CountersignError('token/pin-locked');
  if (flags.pinLastTry) return new CountersignError('token/wrong-pin-last-try');
  if (flags.pinFewLeft) return new CountersignError('token/wrong-pin-few-left');
  return new CountersignError('token/wrong-pin');
}
