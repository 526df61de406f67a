import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CountersignError } from '../../../lib/base';
import { openPfx, readPfx } from '../../../lib/pki';
import type { PfxContents } from '../../../lib/pki';
import {
  write,
  writeInteger,
  writeOctets,
  writeOid,
  writeSequence,
  writeSetOf,
} from '../../../lib/pki/der/writer';
import type { DemoPki } from '../../pki/make-demo-pki';
import { sampleData } from '../../pki/sample-data';
import { readBytes } from '../seed-files';
import { guarded, law, type Target } from '../target';

const CODES = /^(pfx|certificate)\//;
/** More is honest work up to `limits.pfxMaxIterations`, but too slow to repeat here. */
const MAX_ROUNDS = 12_000;

/** Refuses a file that asks for many rounds as the product refuses one that asks for too many. */
function onRounds(rounds: number): void {
  if (rounds > MAX_ROUNDS) throw new CountersignError('pfx/too-many-iterations', { iterations: rounds });
}

interface File {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly password: string;
}

/** Files with a MAC: a bent one opens only to the very keys and certificates that the MAC covers. */
export async function pfxTarget(pki: DemoPki): Promise<Target> {
  const files = await cheapFiles(pki);
  const whole = await Promise.all(files.map(async (file) => inside(await open(file))));
  return {
    name: 'pfx',
    seeds: files.map(({ bytes }) => bytes),
    share: 2,
    async attack(mutant, seed) {
      const { password } = files[seed] as File;
      const outcome = await guarded(mutant, CODES, () => readPfx(mutant, password, { onRounds }));
      const lenient = await guarded(mutant, CODES, () =>
        readPfx(mutant, password, { onRounds, acceptWithoutMac: true }),
      );
      if ('refused' in outcome) return 'value' in lenient ? 'opens without MAC' : outcome.refused;
      law('value' in lenient, 'opens, but not where no MAC would do');
      law(inside(outcome.value) === whole[seed], 'opens to something else');
      return 'opens';
    },
  };
}

/** What stands inside a file, without MAC and encryption, so that every bend reaches the reader of keys and certificates. */
export async function pfxInsideTarget(pki: DemoPki): Promise<Target> {
  const files = await cheapFiles(pki);
  const seeds = await Promise.all(files.map(async (file) => authSafeOf(await open(file))));
  return {
    name: 'pfx-inside',
    seeds,
    share: 2,
    async attack(mutant) {
      const file = pfxOf(mutant);
      const read = await guarded(file, CODES, () => readPfx(file, '', { onRounds, acceptWithoutMac: true }));
      const opened = await guarded(file, CODES, () =>
        openPfx(file, '', { onRounds, acceptWithoutMac: true }),
      );
      if ('refused' in read) {
        law('refused' in opened, 'a file that can’t be read opens');
        return read.refused;
      }
      return 'refused' in opened ? opened.refused : 'opens';
    },
  };
}

/** The keys in them are the same on each opening, so that what opens can be compared. */
function open({ bytes, password }: File): Promise<PfxContents> {
  return readPfx(bytes, password, { acceptWithoutMac: true });
}

function inside({ keys, certificates, unread }: PfxContents): string {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  return JSON.stringify([
    keys.map(({ pkcs8, localKeyId }) => [hex(pkcs8), localKeyId]),
    certificates.map(({ der, localKeyId }) => [hex(der), localKeyId]),
    unread,
  ]);
}

let cheapOnes: Promise<readonly File[]> | null = null;

/** Sought once, as opening the others to find out takes its time. */
function cheapFiles(pki: DemoPki): Promise<readonly File[]> {
  return (cheapOnes ??= seekCheapFiles(pki));
}

async function seekCheapFiles(pki: DemoPki): Promise<readonly File[]> {
  const demo = [pki.pfx.full, pki.legacyPfx].map((file) => ({
    bytes: readBytes(file),
    password: pki.password,
  }));
  const cheap: File[] = [];
  for (const file of [...demo, ...sampleFiles()]) {
    if (await isOpened(file)) cheap.push(file);
  }
  return cheap;
}

/** With its MAC, by its password: a file that has none is no seed of this. */
async function isOpened({ bytes, password }: File): Promise<boolean> {
  try {
    await readPfx(bytes, password, { onRounds });
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

interface PfxCase {
  readonly file: string;
  readonly expected: { readonly ok: boolean; readonly pw: string | null };
}

function sampleFiles(): readonly File[] {
  const dir = sampleData('crypto/pfx');
  if (dir === null) return [];
  const cases = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as PfxCase[];
  return cases.flatMap(({ file, expected: { pw } }) =>
    pw === null ? [] : [{ bytes: readBytes(join(dir, file)), password: pw }],
  );
}

const DATA = '1.2.840.113549.1.7.1';
const BAG = '1.2.840.113549.1.12.10.1';
const X509 = '1.2.840.113549.1.9.22.1';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';

/** AuthenticatedSafe (RFC 7292 4.1) that holds the keys and certificates in the clear. */
function authSafeOf({ keys, certificates }: PfxContents): Uint8Array<ArrayBuffer> {
  const bags = [
    ...keys.map(({ pkcs8, localKeyId }) =>
      writeSequence(writeOid(`${BAG}.1`), write(0xa0, pkcs8), attributesOf(localKeyId)),
    ),
    ...certificates.map(({ der, localKeyId }) =>
      writeSequence(
        writeOid(`${BAG}.3`),
        write(0xa0, writeSequence(writeOid(X509), write(0xa0, writeOctets(der)))),
        attributesOf(localKeyId),
      ),
    ),
  ];
  return writeSequence(writeSequence(writeOid(DATA), write(0xa0, writeOctets(writeSequence(...bags)))));
}

function attributesOf(localKeyId: string | null): Uint8Array {
  const id = Buffer.from(localKeyId ?? '', 'hex');
  return localKeyId === null
    ? new Uint8Array(0)
    : writeSetOf([writeSequence(writeOid(LOCAL_KEY_ID), writeSetOf([writeOctets(id)]))]);
}

function pfxOf(authSafe: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeSequence(writeInteger(3), writeSequence(writeOid(DATA), write(0xa0, writeOctets(authSafe))));
}
