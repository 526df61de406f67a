import { validatePath, type Certificate } from '@/lib/pki';
import type { FormerRoot } from './former-roots';
import type { PackEntry, PackLog } from './pack-log';
import type { PackSignature } from './pack-order';
import { pem } from './pem';
import { slug } from './stems';

const NAME_DIGITS = 12;

/** One signature of the pack, for the loops in a shell that read the list of them. */
export interface ListedSignature {
  readonly seconds: number;
  readonly path: string;
  /** Files of the revocation lists that it rested on. */
  readonly lists: readonly string[];
}

export interface Signer {
  readonly path: string;
  readonly commonName: string;
  readonly subject: string;
  readonly serial: string;
  readonly sha256: string;
  readonly notBefore: number;
  readonly notAfter: number;
}

/** A root of the pack; `removed` where it isn't trusted here any more, but something in the pack was signed under it. */
export interface PackRoot extends FormerRoot {
  readonly path: string;
}

function block(certificate: Certificate): string {
  const said = `${certificate.subject}, SHA-256 ${certificate.sha256}`;
  return new TextDecoder().decode(pem('CERTIFICATE', certificate.der, said));
}

/** Certificates of all signatures, each signer's chain written once, when its first order comes. */
export class CertificateFiles {
  readonly #signers = new Map<string, Signer>();
  readonly #authorities = new Map<string, Certificate>();
  readonly #roots = new Map<string, PackRoot>();
  #former: ReadonlyMap<string, FormerRoot> | null = null;

  constructor(
    roots: readonly Certificate[],
    private readonly formerRoots: () => Promise<ReadonlyMap<string, FormerRoot>>,
    private readonly log: PackLog,
  ) {
    for (const certificate of roots) this.#addRoot({ certificate, removed: null });
  }

  get signers(): readonly Signer[] {
    return [...this.#signers.values()];
  }

  get roots(): readonly PackRoot[] {
    return [...this.#roots.values()];
  }

  of({ certificateSha256 }: Pick<PackSignature, 'certificateSha256'>): Signer | null {
    return this.#signers.get(certificateSha256) ?? null;
  }

  /** The chain of a signature, where it isn't written yet: end entity first, then what the message carries, then its root. */
  async *chain({ verdict, certificateSha256, signedAt }: PackSignature): AsyncGenerator<PackEntry> {
    const { signer, certificates } = verdict;
    if (signer?.sha256 !== certificateSha256 || this.#signers.has(certificateSha256)) return;
    const others = certificates.filter(({ sha256 }) => sha256 !== signer.sha256);
    for (const one of others) if (one.isCa) this.#authorities.set(one.sha256, one);
    const root = await this.#rootOf(signer, others, signedAt);
    const above = root === null || others.some(({ sha256 }) => sha256 === root.sha256) ? [] : [root];
    const { commonName, subject, serial, sha256, notBefore, notAfter } = signer;
    const path = `certificates/${slug(commonName)}-${sha256.slice(0, NAME_DIGITS)}-chain.pem`;
    this.#signers.set(sha256, { path, commonName, subject, serial, sha256, notBefore, notAfter });
    yield this.log.entry(path, [signer, ...others, ...above].map(block).join('\n'));
  }

  /** What checks need beside the orders themselves. */
  *rest(signatures: readonly ListedSignature[]): Generator<PackEntry> {
    for (const { path, certificate } of this.roots) yield this.log.entry(path, block(certificate));
    const roots = this.roots.map(({ certificate }) => block(certificate));
    yield this.log.entry('certificates/trusted-roots.pem', roots.join('\n'));
    yield this.log.entry(
      'certificates/all-authorities.pem',
      [...this.#authorities.values()].map(block).join('\n'),
    );
    yield this.log.entry(
      'certificates/signatures.txt',
      signatures.map(({ seconds, path, lists }) => `${[seconds, path, ...lists].join(' ')}\n`).join(''),
    );
  }

  /** A root that is trusted now, or else one that was when it signed; null where nothing leads to any. */
  async #rootOf(
    leaf: Certificate,
    candidates: readonly Certificate[],
    at: number,
  ): Promise<Certificate | null> {
    const leadsTo = async (roots: readonly Certificate[]) =>
      (await validatePath({ leaf, candidates, roots, crls: [], at })).path.at(-1) ?? null;
    const trusted = await leadsTo(this.roots.map(({ certificate }) => certificate));
    if (trusted) return trusted;
    this.#former ??= await this.formerRoots();
    const former = await leadsTo([...this.#former.values()].map(({ certificate }) => certificate));
    const known = former && this.#former.get(former.sha256);
    if (known) this.#addRoot(known);
    return former;
  }

  #addRoot(root: FormerRoot): void {
    const { sha256, commonName } = root.certificate;
    const path = `certificates/root-${slug(commonName)}-${sha256.slice(0, NAME_DIGITS)}.pem`;
    this.#roots.set(sha256, { ...root, path });
    this.#authorities.set(sha256, root.certificate);
  }
}
