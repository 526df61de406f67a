import { utf8 } from '@/lib/base';
import { verifyCms, type VerifyCmsOptions } from '../cms/verify-cms';
import type { Bytes } from '../der/reader';
import type { Certificate } from '../types';
import { makeCertificate, testKey } from './make-certificate';
import { makeMessage, type MessageOptions } from './make-message';

export const CONTENT = utf8('26X100208, two lines');
export const OTHER_CONTENT = utf8('26X100209, two lines');

/** One who signs orders with a P-256 key, and what becomes of bent messages of theirs. */
export interface TestSigner {
  readonly key: CryptoKeyPair;
  readonly otherKey: CryptoKeyPair;
  readonly certificate: Certificate;
  message(more?: Partial<MessageOptions>): Promise<Bytes>;
  /** The code that a message with this flaw is refused with; null: it is valid. */
  codeOf(more?: Partial<MessageOptions>, options?: VerifyCmsOptions): Promise<string | null>;
}

export async function testSigner(): Promise<TestSigner> {
  const [key, otherKey] = [await testKey(), await testKey()];
  const certificate = await makeCertificate({
    subject: 'Signer',
    issuer: 'Sub',
    key,
    issuerKey: otherKey,
    serial: 55,
  });
  const message = (more: Partial<MessageOptions> = {}) =>
    makeMessage({ content: CONTENT, certificate, key, ...more });
  return {
    key,
    otherKey,
    certificate,
    message,
    codeOf: async (more, options) => refusal(await message(more), options),
  };
}

/** The code that a message is refused with, having answered nothing of what it holds; null: it is valid. */
export async function refusal(message: Uint8Array, options?: VerifyCmsOptions): Promise<string | null> {
  const { valid, fault, content, signer } = await verifyCms(message, options);
  if (valid !== (fault === null) || (!valid && (content !== null || signer !== null)))
    throw new Error('a verdict that contradicts itself');
  return fault?.code ?? null;
}
