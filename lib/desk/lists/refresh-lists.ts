import type { DeskPorts } from '../ports';
import type { CrlStore } from './crl-store';
import { issuedCertificates } from './list-cases';

/**
 * Fetches what ends soon or isn't here, so that nobody who signs in the morning waits for it. What can't be had is told
 * where it matters, in the sign window and under Certificates; here it stays quiet.
 */
export async function refreshLists({ archive }: Pick<DeskPorts, 'archive'>, crls: CrlStore): Promise<void> {
  await crls.fetchFor(issuedCertificates(await archive.directory()), { ahead: true });
}
