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

export interface TestEntry {
  /** Content of the INTEGER, or its value. */
  readonly serial: Uint8Array | number;
  /** Milliseconds since 1970, as `invalidFrom`. */
  readonly revokedAt?: number;
  readonly reason?: number;
  readonly invalidFrom?: number;
  /** Common name of the CA whose entries begin here. */
  readonly certificateIssuer?: string;
  readonly extensions?: readonly TestExtension[];
}

export interface TestCrl {
  readonly issuer: string;
  readonly issuerKey: CryptoKeyPair;
  /** DER of the INTEGER content of each revoked serial. */
  readonly revoked?: readonly Uint8Array[];
  readonly entries?: readonly TestEntry[];
  /** One extension of every entry in `revoked`. */
  readonly entryExtensions?: Uint8Array;
  readonly extensions?: readonly TestExtension[];
  readonly number?: number;
  /** Makes it a delta list. */
  readonly baseNumber?: number;
  readonly point?: TestPoint;
  readonly thisUpdate?: number;
  /** Null: the list says nothing. */
  readonly nextUpdate?: number | null;
  /** What stands for the version: `INTEGER 1`, version 2, by default. */
  readonly version?: Uint8Array;
}

/** A distribution point: of a certificate, or a list's own with the flags of issuingDistributionPoint. */
export interface TestPoint {
  readonly urls?: readonly string[];
  /** Common names of directory names. */
  readonly names?: readonly string[];
  /** Common name that is added to the issuer's name. */
  readonly relative?: string;
  /** Numbers of ReasonFlags' bits. */
  readonly reasons?: readonly number[];
  /** Common names of the CAs that sign the lists (of a certificate's point). */
  readonly crlIssuers?: readonly string[];
  readonly onlyUsers?: boolean;
  readonly onlyCas?: boolean;
  readonly onlyAttributes?: boolean;
  readonly indirect?: boolean;
}

export async function makeCrl(options: TestCrl): Promise<Bytes> {
  const { issuer, issuerKey, revoked = [], entryExtensions, entries = [], extensions = [] } = options;
  const { thisUpdate = TEST_FROM, nextUpdate = TEST_UNTIL, version = writeInteger(1) } = options;
  const lines = [
    ...revoked.map((serial) =>
      writeEntry({ serial }, entryExtensions === undefined ? [] : [entryExtensions]),
    ),
    ...entries.map((entry) => writeEntry(entry, entryExtensionsOf(entry).map(writeExtension))),
  ];
  const list = [...ownExtensions(options), ...extensions].map(writeExtension);
  const tbs = writeSequence(
    version,
    ECDSA_SHA256,
    testName(issuer),
    writeTime(thisUpdate),
    ...(nextUpdate === null ? [] : [writeTime(nextUpdate)]),
    ...(lines.length === 0 ? [] : [writeSequence(...lines)]),
    ...(list.length === 0 ? [] : [write(0xa0, writeSequence(...list))]),
  );
  return signed(tbs, issuerKey);
}

/** cRLDistributionPoints of a certificate. */
export function pointsExtension(...points: readonly TestPoint[]): TestExtension {
  const value = writeSequence(
    ...points.map(({ reasons, crlIssuers, ...point }) =>
      writeSequence(
        ...pointName(point),
        ...(reasons ? [write(0x81, reasonBits(reasons))] : []),
        ...(crlIssuers ? [write(0xa2, ...crlIssuers.map(directoryName))] : []),
      ),
    ),
  );
  return { oid: '2.5.29.31', value };
}

function ownExtensions({ number, baseNumber, point }: TestCrl): TestExtension[] {
  return [
    ...(number === undefined ? [] : [{ oid: '2.5.29.20', value: writeInteger(number) }]),
    ...(baseNumber === undefined
      ? []
      : [{ oid: '2.5.29.27', critical: true, value: writeInteger(baseNumber) }]),
    ...(point === undefined ? [] : [{ oid: '2.5.29.28', critical: true, value: issuingPoint(point) }]),
  ];
}

function issuingPoint({
  reasons,
  onlyUsers = false,
  onlyCas = false,
  indirect = false,
  onlyAttributes = false,
  ...point
}: TestPoint): Bytes {
  const flag = (tag: number, set: boolean) => (set ? [write(tag, Uint8Array.of(0xff))] : []);
  return writeSequence(
    ...pointName(point),
    ...flag(0x81, onlyUsers),
    ...flag(0x82, onlyCas),
    ...(reasons ? [write(0x83, reasonBits(reasons))] : []),
    ...flag(0x84, indirect),
    ...flag(0x85, onlyAttributes),
  );
}

function pointName({
  urls = [],
  names = [],
  relative,
}: Pick<TestPoint, 'urls' | 'names' | 'relative'>): Bytes[] {
  if (relative !== undefined) {
    const attribute = writeSequence(
      writeOid('2.5.4.3'),
      write(tags.utf8String, new TextEncoder().encode(relative)),
    );
    return [write(0xa0, write(0xa1, attribute))];
  }
  if (urls.length + names.length === 0) return [];
  const addresses = urls.map((url) => write(0x86, new TextEncoder().encode(url)));
  return [write(0xa0, write(0xa0, ...addresses, ...names.map(directoryName)))];
}

function directoryName(commonName: string): Bytes {
  return write(0xa4, testName(commonName));
}

/** BIT STRING content; the bits that end it don't count. */
function reasonBits(reasons: readonly number[]): Uint8Array {
  const bits = reasons.reduce((sum, reason) => sum | (0x8000 >> reason), 0);
  const short = (bits & 0xff) === 0;
  let unused = 0;
  const last = short ? bits >> 8 : bits & 0xff;
  while (unused < 7 && (last & (1 << unused)) === 0) unused++;
  return short ? Uint8Array.of(unused, bits >> 8) : Uint8Array.of(unused, bits >> 8, bits & 0xff);
}

function writeEntry({ serial, revokedAt = TEST_FROM }: TestEntry, extensions: readonly Uint8Array[]): Bytes {
  return writeSequence(
    typeof serial === 'number' ? writeInteger(serial) : write(tags.integer, serial),
    writeTime(revokedAt),
    ...(extensions.length === 0 ? [] : [writeSequence(...extensions)]),
  );
}

function entryExtensionsOf(entry: TestEntry): TestExtension[] {
  const { reason, invalidFrom, certificateIssuer, extensions = [] } = entry;
  return [
    ...(reason === undefined ? [] : [{ oid: '2.5.29.21', value: Uint8Array.of(0x0a, 1, reason) }]),
    ...(invalidFrom === undefined ? [] : [{ oid: '2.5.29.24', value: generalizedTime(invalidFrom) }]),
    ...(certificateIssuer === undefined
      ? []
      : [{ oid: '2.5.29.29', critical: true, value: writeSequence(directoryName(certificateIssuer)) }]),
    ...extensions,
  ];
}

function generalizedTime(ms: number): Bytes {
  const digits = `${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`;
  return write(tags.generalizedTime, new TextEncoder().encode(digits));
}

function writeExtension({ oid, critical = false, value }: TestExtension): Bytes {
  return writeSequence(writeOid(oid), ...(critical ? [Uint8Array.of(1, 1, 0xff)] : []), writeOctets(value));
}
