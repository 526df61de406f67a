import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toBase64 } from '@/lib/base';
import { writeCsosOrder } from '@/lib/documents';
import { demoPki } from '../pki/demo-pki';
import { openssl } from '../pki/openssl';
import { sampleOrder } from '../support/orders';

/** What every contest works on, in a form that can be handed to a browser: file contents are base64. */
export interface Inputs {
  readonly password: string;
  /** Opens at once: for contests that are about something else. */
  readonly pfx: string;
  /** PBES2 with AES-256, and a MAC, each of 600,000 rounds. */
  readonly modernPfx: string;
  /** RC2-40 and 3DES with a SHA-1 MAC, each of 2,048 rounds. */
  readonly legacyPfx: string;
  /** The trusted root and the lists that say who is revoked. */
  readonly root: string;
  readonly crls: Readonly<Record<'root.crl' | 'sub.crl', string>>;
  /** An order of about 2 KB. */
  readonly order: string;
}

const MODERN_ROUNDS = 600_000;

export function makeInputs(): Inputs {
  const pki = demoPki();
  const [line] = sampleOrder.lines;
  if (!line) throw new Error('the sample order has no lines');
  const lines = [1, 2, 3].map((lineNumber) => ({ ...line, lineNumber }));
  const order = writeCsosOrder({ ...sampleOrder, lines });
  const base64 = (file: string) => toBase64(readFileSync(file));
  return {
    password: pki.password,
    pfx: base64(pki.pfx.full),
    modernPfx: modern(pki.pfx.full, pki.password),
    legacyPfx: base64(pki.legacyPfx),
    root: base64(pki.root),
    crls: { 'root.crl': base64(pki.rootCrl), 'sub.crl': base64(pki.subCrl) },
    order: toBase64(order),
  };
}

/** The same key and certificates with as many rounds as files have today. */
function modern(file: string, password: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  const secret = `pass:${password}`;
  try {
    const pem = openssl(['pkcs12', '-in', file, '-passin', secret, '-passout', secret]);
    writeFileSync(join(dir, 'all.pem'), pem);
    const asked = ['-certpbe', 'AES-256-CBC', '-keypbe', 'AES-256-CBC', '-macalg', 'sha256'];
    const passwords = ['-passin', secret, '-passout', secret];
    return toBase64(
      openssl(
        [...['pkcs12', '-export', '-in', 'all.pem', '-iter', String(MODERN_ROUNDS)], ...asked, ...passwords],
        { cwd: dir },
      ),
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
}
