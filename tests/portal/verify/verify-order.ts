import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@/lib/base';
import { makeCrlStore } from './crl-store';
import { readDeaCertificate } from './dea-certificate';
import { orderReasons } from './order-reasons';
import { parseOrder, type ParsedOrder } from './parse-order';
import type { Verify } from './verdict';
import { verifySignature } from './verify-signature';

function tryParse(content: string | null): ParsedOrder | string {
  try {
    return parseOrder(content ?? '');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * The supplier's verifying system (21 CFR 1311.55(c)): another company's software, so it shares no code with the
 * extension. Signature, path and revocation by the OpenSSL command line; the content by a parser of its own.
 */
export function makeVerify({ pkiDir, clock }: { readonly pkiDir: string; readonly clock: Clock }): Verify {
  const crls = makeCrlStore();
  return async (submission) => {
    const dir = await mkdtemp(join(tmpdir(), 'supplier-'));
    try {
      await writeFile(join(dir, 'order.p7m'), Buffer.from(submission.base64, 'base64'));
      const root = await readFile(join(pkiDir, 'root.pem'), 'utf8');
      const now = clock.now();
      const signature = await verifySignature(dir, root, crls, now);
      const order = tryParse(signature.content);
      const parsed = typeof order === 'string' ? null : order;
      const problem = typeof order === 'string' ? order : '';
      const named = { number: parsed?.number || null, date: parsed?.date || null };
      if (signature.reasons.length > 0 || !signature.signerPem)
        return { ...named, reasons: signature.reasons };
      if (!parsed) return { ...named, reasons: [`The signed document can not be read: ${problem}.`] };
      if (submission.isUsed(parsed.number, parsed.buyerDea)) {
        const reason = `Order number ${parsed.number} was already used; the order that bears it stands as it is.`;
        return { ...named, reasons: [reason] };
      }
      const certificate = readDeaCertificate(signature.signerPem);
      return { ...named, reasons: orderReasons(parsed, submission, certificate, signature.signingTime, now) };
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  };
}
