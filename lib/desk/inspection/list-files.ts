import type { Archive } from '@/lib/archive';
import type { SigningCircumstances } from '@/lib/order';
import { parseCrl } from '@/lib/pki';
import { formatListNumber } from '../lists/format-list-number';
import type { PackEntry, PackLog } from './pack-log';
import { pem } from './pem';
import { slug } from './stems';

type Relied = NonNullable<SigningCircumstances['revocationLists']>[number];

/** A revocation list that the pack holds. */
export interface KeptList {
  readonly path: string;
  readonly issuer: string;
  /** Decimal. */
  readonly number: string;
  /** Milliseconds. */
  readonly thisUpdate: number;
  readonly nextUpdate: number | null;
}

/**
 * The lists that lie on the shelf, one at a time: of each CA the newest, and so those that recent orders rest on. What a
 * file is called is read from its own bytes: a newer list may take its place while the pack is made.
 */
export async function* listFiles(
  { lists }: Pick<Archive, 'lists'>,
  log: PackLog,
  kept: KeptList[],
): AsyncGenerator<PackEntry> {
  for (const { scope } of await lists.all()) {
    const der = await lists.bytes(scope);
    if (der === null) continue;
    const crl = parseCrl(der);
    const issuer = crl.issuer.text;
    const number = formatListNumber(crl.number);
    const common = /CN=((?:\\.|[^,\\])+)/.exec(issuer)?.[1] ?? issuer;
    const same = kept.filter((list) =>
      list.path.startsWith(`revocation-lists/${slug(common)}-${slug(number)}`),
    ).length;
    const path = `revocation-lists/${slug(common)}-${slug(number)}${same > 0 ? `-${same + 1}` : ''}.crl.pem`;
    kept.push({ path, issuer, number, thisUpdate: crl.thisUpdate, nextUpdate: crl.nextUpdate });
    yield log.entry(path, pem('X509 CRL', der, `${issuer}, list ${number}`));
  }
}

/** The very list that a signature rested on, where it is still kept. */
export function keptList(lists: readonly KeptList[], relied: Relied): KeptList | null {
  return (
    lists.find(
      ({ issuer, number, thisUpdate }) =>
        issuer === relied.issuer && number === relied.number && thisUpdate === relied.thisUpdate,
    ) ?? null
  );
}
