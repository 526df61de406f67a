import { writeFileSync } from 'node:fs';
import { openssl } from '../../pki/openssl';

/** The same key and certificates in a file that asks for three times `iterations` rounds: MAC, certificates, key. */
export function slowPfx(
  file: string,
  { password, iterations, out }: { password: string; iterations: number; out: string },
): string {
  const pem = `${out}.pem`;
  writeFileSync(pem, openssl(['pkcs12', '-in', file, '-passin', `pass:${password}`, '-nodes', '-legacy']));
  const protection = ['-macalg', 'sha256', '-iter', String(iterations), '-passout', `pass:${password}`];
  openssl(['pkcs12', '-export', '-in', pem, '-out', out, ...protection]);
  return out;
}
