import { readFileSync, statSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDeaNumber } from '../../lib/base';
import {
  isCoordinator,
  matchDeaNumber,
  openPfx,
  parseCertificate,
  parseCrl,
  validatePath,
} from '../../lib/pki';
import { demoPki } from './demo-pki';
import { demoRegistrants } from './demo-registrants';
import { demoSubscribers, type DemoSubscriberId } from './demo-subscribers';
import { makeDemoPki, type DemoPki } from './make-demo-pki';
import { openssl } from './openssl';

const bytes = (file: string) => new Uint8Array(readFileSync(file));
const ids = Object.keys(demoSubscribers) as DemoSubscriberId[];
let pki: DemoPki;

beforeAll(() => {
  pki = demoPki();
}, 120_000);

async function standing(id: DemoSubscriberId, roots = [pki.root]) {
  const leaf = parseCertificate(bytes(pki.certificate[id]));
  return validatePath({
    leaf,
    candidates: [parseCertificate(bytes(pki.sub))],
    roots: roots.map((file) => parseCertificate(bytes(file))),
    crls: [pki.rootCrl, pki.subCrl].map((file) => parseCrl(bytes(file))),
    at: Date.now(),
  });
}

describe('the demo PKI', () => {
  it('has DEA numbers whose check digits hold', () => {
    const { pharmacy, otherPharmacy, suppliers } = demoRegistrants;
    for (const { deaNumber } of [pharmacy, otherPharmacy, ...Object.values(suppliers)])
      expect(parseDeaNumber(deaNumber)).toBe(deaNumber);
  });

  it.each(ids)('opens %s with its password, key and chain', async (id) => {
    const opened = await openPfx(bytes(pki.pfx[id]), pki.password);
    expect(opened.certificate.sha256).toBe(parseCertificate(bytes(pki.certificate[id])).sha256);
    expect(opened.chain).toHaveLength(2);
    expect(opened.pkcs8.length).toBeGreaterThan(1000);
    await expect(openPfx(bytes(pki.pfx[id]), `${pki.password}x`)).rejects.toThrow('pfx/wrong-password');
  });

  it('opens the old form to the same key', async () => {
    const [old, modern] = [
      await openPfx(bytes(pki.legacyPfx), pki.password),
      await openPfx(bytes(pki.pfx.full), pki.password),
    ];
    expect(old.pkcs8).toEqual(modern.pkcs8);
    expect(old.certificate.sha256).toBe(modern.certificate.sha256);
  });

  it.each<[DemoSubscriberId, boolean, string[]]>([
    ['full', true, []],
    ['low', true, []],
    ['expired', false, ['certificate/expired']],
    ['revoked', false, ['certificate/revoked']],
    ['other-registrant', true, []],
  ])('judges %s', async (id, valid, codes) => {
    const verdict = await standing(id);
    expect(verdict.findings.map(({ code }) => code)).toEqual(codes);
    expect(verdict).toMatchObject({ valid, statusChecked: true });
  });

  it('does not lead to another root', async () => {
    expect((await standing('full', [pki.strangerRoot])).valid).toBe(false);
  });

  it('says whose the certificates are', () => {
    const of = (id: DemoSubscriberId) => parseCertificate(bytes(pki.certificate[id]));
    const { deaNumber, name } = demoRegistrants.pharmacy;
    expect(of('full').dea).toMatchObject({
      registrantName: name,
      schedules: ['2', '2N', '3', '3N', '4', '5'],
    });
    expect(of('low').dea?.schedules).toEqual(['3', '3N', '4', '5']);
    expect(matchDeaNumber(of('full'), deaNumber)).toBe('match');
    expect(matchDeaNumber(of('other-registrant'), deaNumber)).toBe('no-match');
    expect([isCoordinator(of('coordinator')), isCoordinator(of('full'))]).toEqual([true, false]);
  });

  it('is what OpenSSL takes for the same', () => {
    const verify = (file: string) =>
      openssl([
        'verify',
        '-CAfile',
        join(pki.dir, 'root.pem'),
        '-untrusted',
        join(pki.dir, 'sub.pem'),
        file,
      ]).toString();
    expect(verify(pki.certificate.full)).toContain('OK');
    expect(() => verify(pki.certificate.expired)).toThrow('expired');
  });

  it('is left as it is until its lists are about to end', () => {
    const dir = mkdtempSync(join(tmpdir(), 'demo-pki-'));
    const inside = join(dir, 'set');
    try {
      const made = (now: number) => statSync(makeDemoPki({ dir: inside, now }).root).ino;
      const first = made(Date.now());
      expect(made(Date.now() + 86_400_000)).toBe(first);
      expect(made(Date.now() + 29 * 86_400_000)).not.toBe(first);
    } finally {
      rmSync(dir, { recursive: true });
    }
  }, 120_000);
});
