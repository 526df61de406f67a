import { CountersignError, faultOf } from '@/lib/base';
import { openPfx, SeveralKeysError } from '@/lib/pki';
import * as v from 'valibot';
import { pfxRequestSchema, type PfxAnswer } from './pfx-messages';

/**
 * The worker's one act: opens the file and says what came of it. The key's array is handed over by `transfer`, so that no
 * copy stays; everything else ends with the worker.
 */
export async function answerPfxRequest(
  message: unknown,
  say: (answer: PfxAnswer, transfer: readonly ArrayBuffer[]) => void,
): Promise<void> {
  try {
    const request = v.safeParse(pfxRequestSchema, message);
    if (!request.success) throw new CountersignError('message/malformed');
    const { bytes, password, options } = request.output;
    const { pkcs8, certificate, chain } = await openPfx(bytes, password, {
      ...(options.acceptWithoutMac === undefined ? {} : { acceptWithoutMac: options.acceptWithoutMac }),
      ...(options.certificate === undefined ? {} : { certificate: options.certificate }),
      onRounds: (rounds) => say({ kind: 'rounds', rounds }, []),
    });
    try {
      const ders = chain.map(({ der }) => der);
      say({ kind: 'opened', pkcs8, certificate: certificate.der, chain: ders }, [pkcs8.buffer]);
    } finally {
      // Gone with the transfer; overwritten where that failed.
      if (pkcs8.length > 0) pkcs8.fill(0);
    }
  } catch (error) {
    if (error instanceof SeveralKeysError)
      say({ kind: 'several', certificates: error.candidates.map(({ der }) => der) }, []);
    else say({ kind: 'failed', fault: faultOf(error) }, []);
  }
}
