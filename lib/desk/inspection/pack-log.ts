import { sha256Hex, utf8 } from '@/lib/base';

/** A file of the pack, as the ZIP writer takes it. */
export interface PackEntry {
  readonly name: string;
  readonly input: Uint8Array<ArrayBuffer>;
}

export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Counts and hashes what goes into a pack, file by file, as it goes. */
export class PackLog {
  readonly #files: ListedFile[] = [];

  get files(): readonly ListedFile[] {
    return this.#files;
  }

  entry(name: string, content: string | Uint8Array<ArrayBuffer>): PackEntry {
    const input = typeof content === 'string' ? utf8(content) : content;
    this.#files.push({ path: name, bytes: input.length, sha256: sha256Hex(input) });
    return { name, input };
  }

  /** As `sha256sum -c` reads them. */
  sums(): string {
    return this.#files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
  }
}
