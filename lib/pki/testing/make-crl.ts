import type { Bytes } from '../der/reader';
import { tags } from '../der/values';
import { write, writeInteger, writeOctets, writeOid, writeSequence, writeTime } from '../der/writer';
import {
  ECDSA_SHA256,
  signed,
  testName,
  TEST_FROM,
  TEST_UNTIL,
  type TestExtension,
} from './make-certificate';

export interface TestCrl {
  readonly issuer: string;
  readonly issuerKey: CryptoKeyPair;
  /** DER of the INTEGER content of each revoked serial. */
  readonly revoked?: readonly Uint8Array[];
  readonly entryExtensions?: Uint8Array;
  readonly extensions?: readonly TestExtension[];
  readonly thisUpdate?: number;
  readonly nextUpdate?: number;
}

export async function makeCrl(options: TestCrl): Promise<Bytes> {
  const { issuer, issuerKey, revoked = [], entryExtensions, extensions = [] } = options;
  const { thisUpdate = TEST_FROM, nextUpdate = TEST_UNTIL } = options;
  const date = writeTime(TEST_FROM);
  const entries = revoked.map((serial) =>
    writeSequence(
      write(tags.integer, serial),
      date,
      ...(entryExtensions ? [writeSequence(entryExtensions)] : []),
    ),
  );
  const list = extensions.map(({ oid, critical = false, value }) =>
    writeSequence(writeOid(oid), ...(critical ? [Uint8Array.of(1, 1, 0xff)] : []), writeOctets(value)),
  );
  const tbs = writeSequence(
    writeInteger(1),
    ECDSA_SHA256,
    testName(issuer),
    writeTime(thisUpdate),
    writeTime(nextUpdate),
    ...(entries.length === 0 ? [] : [writeSequence(...entries)]),
    ...(list.length === 0 ? [] : [write(0xa0, writeSequence(...list))]),
  );
  return signed(tbs, issuerKey);
}
