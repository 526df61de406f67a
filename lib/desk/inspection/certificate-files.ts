import type { Certificate } from '@/lib/pki';
import type { PackEntry, PackLog } from './pack-log';
import type { PackSignature } from './pack-order';
import { pem } from './pem';
import { slug } from './stems';

const NAME_DIGITS = 12;

/** One signature of the pack, for the list that a loop in a shell reads. */
export interface ListedSignature {
  readonly seconds: number;
  readonly path: string;
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

function block(certificate: Certificate): string {
  const said = `${certificate.subject}, SHA-256 ${certificate.sha256}`;
  return new TextDecoder().decode(pem('CERTIFICATE', certificate.der, said));
}

/** Certificates of all signatures, each signer's chain written once, when its first order comes. */
export class CertificateFiles {
  readonly #signers = new Map<string, Signer>();
  readonly #authorities = new Map<string, Certificate>();

  constructor(
    private readonly roots: readonly Certificate[],
    private readonly log: PackLog,
  ) {
    for (const root of roots) this.#authorities.set(root.sha256, root);
  }

  get signers(): readonly Signer[] {
    return [...this.#signers.values()];
  }

  of({ certificateSha256 }: Pick<PackSignature, 'certificateSha256'>): Signer | null {
    return this.#signers.get(certificateSha256) ?? null;
  }

  /** The chain of a signature, where it isn't written yet: end entity first, then what the message carries, then roots. */
  *chain({ verdict, certificateSha256 }: PackSignature): Generator<PackEntry> {
    const { signer, certificates } = verdict;
    if (signer?.sha256 !== certificateSha256 || this.#signers.has(certificateSha256)) return;
    const others = certificates.filter(({ sha256 }) => sha256 !== signer.sha256);
    for (const one of others) if (one.isCa) this.#authorities.set(one.sha256, one);
    const chain = [
      signer,
      ...others,
      ...this.roots.filter((root) => !others.some((one) => one.sha256 === root.sha256)),
    ];
    const { commonName, subject, serial, sha256, notBefore, notAfter } = signer;
    const path = `certificates/${slug(commonName)}-${sha256.slice(0, NAME_DIGITS)}-chain.pem`;
    this.#signers.set(sha256, { path, commonName, subject, serial, sha256, notBefore, notAfter });
    yield this.log.entry(path, chain.map(block).join('\n'));
  }

  /** What checks need beside the orders themselves. */
  *rest(signatures: readonly ListedSignature[]): Generator<PackEntry> {
    yield this.log.entry('certificates/trusted-roots.pem', this.roots.map(block).join('\n'));
    yield this.log.entry(
      'certificates/all-authorities.pem',
      [...this.#authorities.values()].map(block).join('\n'),
    );
    yield this.log.entry(
      'certificates/signatures.txt',
      signatures.map(({ seconds, path }) => `${seconds} ${path}\n`).join(''),
    );
  }
}
