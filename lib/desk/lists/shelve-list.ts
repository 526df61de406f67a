import type { ListSource, ShelvedList } from '@/lib/archive';
import { CountersignError, legalDay, limits } from '@/lib/base';
import { compareCrlNumbers, crlScopeKey, type Certificate, type ParsedCrl } from '@/lib/pki';
import type { DeskPorts } from '../ports';
import { formatListNumber } from './format-list-number';
import { issuerName, requireSigner } from './require-signer';

/**
 * Puts a list on the shelf: only one that a known CA signed, that can be judged here, and that isn't older than the one it
 * would replace (attacks.md 54). Throws `crl/issuer-unknown`, `crl/signature-invalid`, `crl/unknown-extension`,
 * `crl/not-yet-valid`, `crl/older`; the one that was there then stays.
 */
export async function shelveList(
  { archive, clock }: Pick<DeskPorts, 'archive' | 'clock'>,
  crl: ParsedCrl,
  { source, more = [] }: { readonly source: ListSource; readonly more?: readonly Certificate[] },
): Promise<ShelvedList> {
  const now = clock.now();
  await requireSigner(crl, { directory: await archive.directory(), more, clock });
  if (crl.hasUnknownCritical) throw new CountersignError('crl/unknown-extension');
  if (crl.thisUpdate > now + limits.clockSkewMs)
    throw new CountersignError('crl/not-yet-valid', { date: legalDay(crl.thisUpdate, 'UTC') });
  let newer: ShelvedList | null = null;
  const list = {
    scope: crlScopeKey(crl),
    issuer: crl.issuer.text,
    urls: source.kind === 'fetched' ? [source.url] : [],
    der: crl.der,
    number: crl.number,
    thisUpdate: crl.thisUpdate,
    nextUpdate: crl.nextUpdate,
    fetchedAt: now,
    source,
  };
  const standing = await archive.lists.put(list, (known) => {
    newer = isOlder(crl, known) ? known : null;
    return newer === null;
  });
  if (newer !== null)
    throw new CountersignError('crl/older', {
      issuer: issuerName(crl),
      number: formatListNumber(crl.number),
      known: formatListNumber(standing.number),
    });
  return standing;
}

/** By CRL number, as RFC 5280 5.2.3 means it; lists without a number, or of one number, by the time of issue. */
function isOlder(
  list: Pick<ShelvedList, 'number' | 'thisUpdate'>,
  known: Pick<ShelvedList, 'number' | 'thisUpdate'>,
): boolean {
  const byNumber =
    list.number !== null && known.number !== null ? compareCrlNumbers(list.number, known.number) : 0;
  return byNumber === 0 ? list.thisUpdate < known.thisUpdate : byNumber < 0;
}
