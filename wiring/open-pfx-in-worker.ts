import { CountersignError } from '@/lib/base';
import type { PagePorts } from '@/lib/desk';
import { parseCertificate, SeveralKeysError, type OpenedPfx } from '@/lib/pki';
import * as v from 'valibot';
import { pfxAnswerSchema, type PfxAnswer, type PfxRequest } from './pfx-messages';

/**
 * Opens certificate files in a worker of its own for each, so that the page stays alive however many rounds a file asks
 * for, and so that a key derivation can be given up: WebCrypto's can't be cancelled, but its worker can be ended. Once it
 * has answered it is ended too, and its memory with it.
 */
export function openPfxInWorker(start: () => Worker): PagePorts['openPfx'] {
  return (bytes, password, { onRounds, ...options } = {}, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(new CountersignError('pfx/cancelled'));
        return;
      }
      const worker = start();
      const end = () => {
        signal?.removeEventListener('abort', cancel);
        worker.terminate();
      };
      const fail = (error: Error) => {
        end();
        reject(error);
      };
      const cancel = () => fail(new CountersignError('pfx/cancelled'));
      const unexpected = (detail: string) => fail(new CountersignError('internal/unexpected', { detail }));
      signal?.addEventListener('abort', cancel);
      // Where the worker's module can't be loaded, the event carries no message.
      worker.addEventListener('error', ({ message = '' }: Partial<ErrorEvent>) => unexpected(message));
      worker.addEventListener('messageerror', () => unexpected('an answer that can’t be read'));
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const answer = v.safeParse(pfxAnswerSchema, data);
        if (!answer.success) fail(new CountersignError('message/malformed'));
        else if (answer.output.kind === 'rounds') onRounds?.(answer.output.rounds);
        else
          try {
            const opened = openedOf(answer.output);
            end();
            resolve(opened);
          } catch (error) {
            fail(error instanceof Error ? error : new CountersignError('internal/unexpected'));
          }
      });
      // A copy of the file, handed over: the page keeps its own for another try.
      const copy = new Uint8Array(bytes);
      worker.postMessage({ bytes: copy, password, options } satisfies PfxRequest, [copy.buffer]);
    });
}

/** What was opened; throws what the worker said instead. */
function openedOf(answer: Exclude<PfxAnswer, { kind: 'rounds' }>): OpenedPfx {
  if (answer.kind === 'several') throw new SeveralKeysError(answer.certificates.map(parseCertificate));
  if (answer.kind === 'failed') throw new CountersignError(answer.fault.code, answer.fault.params);
  const { pkcs8, certificate, chain } = answer;
  try {
    return { pkcs8, certificate: parseCertificate(certificate), chain: chain.map(parseCertificate) };
  } catch (error) {
    pkcs8.fill(0);
    throw error;
  }
}
