import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPki } from '../pki/demo-pki';
import type { DemoPki } from '../pki/make-demo-pki';
import { openssl } from '../pki/openssl';
import { main } from '../../verifier/cli/main';
import { answerOf, type Asked, type Ran } from './answer-of';
import { signedOrder, type SignOptions } from './signed-orders';

/** A supplier's desk: a folder for its orders, with the roots and revocation lists of the demo PKI. */
export interface SupplierDesk {
  readonly dir: string;
  readonly pki: DemoPki;
  /** Milliseconds since 1970: when its orders were signed, unless another time is given. */
  readonly now: number;
  /** Arguments: the root that the supplier trusts, and the lists that it has. */
  trust(): string[];
  /** Puts a file on the desk; answers its path. */
  write(content: Uint8Array, name?: string): string;
  /** Signs an order, by default a good one, and puts it on the desk. */
  order(options?: Partial<SignOptions>): Promise<string>;
  /** `countersign ARGS` in this process: the same code without the second that a process takes. Nothing on standard input. */
  run(args: readonly string[]): Promise<Ran>;
  ask(args: readonly string[]): Promise<Asked>;
  /** `countersign verify`, with the root and the lists of this desk. */
  verify(args: readonly string[]): Promise<Asked>;
  /** OpenSSL on signature and chain of the same file, the second opinion. */
  opensslSays(file: string): boolean;
  remove(): void;
}

export function supplierDesk(): SupplierDesk {
  const dir = mkdtempSync(join(tmpdir(), 'orders-'));
  const pki = demoPki();
  const now = Date.now();
  let files = 0;
  const write = (content: Uint8Array, name = `order-${++files}.p7m`) => {
    const file = join(dir, name);
    writeFileSync(file, content);
    return file;
  };
  const run = async (args: readonly string[]): Promise<Ran> => {
    const [out, err] = [writtenText(), writtenText()];
    const code = await main(args, { out, err, noColour: false });
    return { code, out: out.text(), err: err.text() };
  };
  const trust = () => ['--root', pki.root, '--crl', pki.rootCrl, '--crl', pki.subCrl];
  const ask = async (args: readonly string[]) => answerOf(await run([...args, '--json']));
  return {
    dir,
    pki,
    now,
    trust,
    write,
    order: async (options = {}) => write(await signedOrder(pki, { at: now, ...options })),
    run,
    ask,
    verify: (args) => ask(['verify', ...args, ...trust()]),
    opensslSays(file) {
      const plain = ['-binary', '-inform', 'DER', '-purpose', 'any', '-CAfile', join(pki.dir, 'root.pem')];
      try {
        openssl(['cms', '-verify', ...plain, '-in', file, '-out', join(dir, 'content')]);
        return true;
      } catch (error) {
        if (error instanceof Error && /Verification failure|verify error|Error/.test(error.message))
          return false;
        throw error;
      }
    },
    remove: () => rmSync(dir, { recursive: true }),
  };
}

function writtenText() {
  let written = '';
  return {
    write: (text: string) => {
      written += text;
    },
    text: () => written,
  };
}
