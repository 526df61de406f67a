import koffi from 'koffi';
import type { HostToken, TokenFlags, TokenName } from '@/lib/host';
import { CKF } from './ck';
import type { Cryptoki } from './cryptoki';
import { readULong } from './memory';

/** What C_GetTokenInfo tells, as the protocol has it, and what the slot calls itself. */
export interface TokenInfo extends TokenName, Pick<HostToken, 'hardware' | 'firmware' | 'claimsFips'> {
  readonly flags: TokenFlags;
}

/** Throws a CkrError; a token that is not there or not recognized is one of them. */
export async function tokenInfo({ layout, must }: Cryptoki, slot: bigint): Promise<TokenInfo> {
  const memory = Buffer.alloc(layout.tokenInfo.size);
  await must('C_GetTokenInfo', slot, memory);
  const slotMemory = Buffer.alloc(layout.slotInfo.size);
  await must('C_GetSlotInfo', slot, slotMemory);
  const at = (member: string) => koffi.offsetof(layout.tokenInfo, member);
  const text = (member: string, length: number) => trimmed(memory.subarray(at(member), at(member) + length));
  const version = (member: string) => `${memory[at(member)] ?? 0}.${memory[at(member) + 1] ?? 0}`;
  const name = {
    serial: text('serialNumber', 16),
    label: text('label', 32),
    manufacturer: text('manufacturerID', 32),
    model: text('model', 16),
  };
  // The label is no word of the maker's: whoever set the token up chose it.
  const own = [name.manufacturer, name.model, trimmed(slotMemory.subarray(0, 64))];
  return {
    ...name,
    hardware: version('hardwareVersion'),
    firmware: version('firmwareVersion'),
    claimsFips: own.some((said) => /\bFIPS\b/i.test(said)),
    flags: flagsOf(readULong(layout, memory, at('flags'))),
  };
}

function flagsOf(flags: bigint): TokenFlags {
  const has = (flag: bigint) => (flags & flag) !== 0n;
  return {
    initialized: has(CKF.TOKEN_INITIALIZED),
    loginRequired: has(CKF.LOGIN_REQUIRED),
    pinPad: has(CKF.PROTECTED_AUTHENTICATION_PATH),
    pinFewLeft: has(CKF.USER_PIN_COUNT_LOW),
    pinLastTry: has(CKF.USER_PIN_FINAL_TRY),
    pinLocked: has(CKF.USER_PIN_LOCKED),
    pinMustChange: has(CKF.USER_PIN_TO_BE_CHANGED),
  };
}

/** UTF-8 padded with blanks; some modules pad with zeros, against the standard. */
export function trimmed(octets: Uint8Array): string {
  const end = octets.indexOf(0);
  return new TextDecoder().decode(end === -1 ? octets : octets.subarray(0, end)).trimEnd();
}
