import { CKF } from './ck';
import type { Cryptoki } from './cryptoki';
import { readULong, ulongs } from './memory';

/** Opens a read-only session. */
export async function openSession({ layout, must }: Cryptoki, slot: bigint): Promise<bigint> {
  const session = ulongs(layout, 0n);
  await must('C_OpenSession', slot, CKF.SERIAL_SESSION, null, null, session);
  return readULong(layout, session);
}

/** Runs `work` in a session of its own, which is closed whatever comes of it. */
export async function inSession<T>(
  cryptoki: Cryptoki,
  slot: bigint,
  work: (session: bigint) => Promise<T>,
): Promise<T> {
  const session = await openSession(cryptoki, slot);
  try {
    return await work(session);
  } finally {
    // A token that was pulled out closed it already, and what went wrong before says more than this could.
    await cryptoki.call('C_CloseSession', session);
  }
}
