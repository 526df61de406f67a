import { CountersignError } from '@/lib/base';
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import type { CatalogueFile } from './catalogue';
import { directoryReader, type CatalogueEntry, type DirectoryReport } from './directory-reader';

/** Of a ZIP, this becomes some hundred lines at once. */
const PIECE_BYTES = 8_192;

/** The entries of all files, a piece of a file at a time. Throws `catalogue/*`. */
export async function* readFiles(
  files: readonly CatalogueFile[],
  report: DirectoryReport,
  onRead: (bytes: number) => void,
): AsyncGenerator<readonly CatalogueEntry[]> {
  for (const file of files) {
    const reader = file.stream().getReader();
    try {
      let takes: Takes | null = null;
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        takes ??= isZip(value) ? zipTaker(file.name, report) : plainTaker(file.name, report);
        for (let at = 0; at < value.length; at += PIECE_BYTES) {
          const piece = value.subarray(at, at + PIECE_BYTES);
          onRead(piece.length);
          yield takes.push(piece);
        }
      }
      yield (takes ?? plainTaker(file.name, report)).end();
    } finally {
      await reader.cancel();
    }
  }
}

interface Takes {
  push(bytes: Uint8Array): readonly CatalogueEntry[];
  end(): readonly CatalogueEntry[];
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9;
}

function plainTaker(file: string, report: DirectoryReport): Takes {
  return directoryReader(file, report);
}

/** Reads the text files of an archive one after the other; others in it (a table for Excel, a note) are left alone. */
function zipTaker(file: string, report: DirectoryReport): Takes {
  let entries: CatalogueEntry[] = [];
  let failed: unknown = null;
  let [found, ended] = [0, 0];
  const unzip = new Unzip((member: UnzipFile) => {
    if (!/\.(?:txt|csv|tsv)$/i.test(member.name)) return;
    let reader: Takes | null = directoryReader(`${file}: ${member.name}`, report);
    found += 1;
    member.ondata = (error, data, final) => {
      failed ??= error;
      if (failed !== null || reader === null) return;
      try {
        entries.push(...reader.push(data));
        if (final) entries.push(...reader.end());
      } catch (problem) {
        if (!(problem instanceof CountersignError)) throw problem;
        // A text beside the two files.
        reader = null;
        found -= 1;
      }
      if (final && reader !== null) ended += 1;
    };
    member.start();
  });
  unzip.register(UnzipInflate);
  const pushed = (bytes: Uint8Array, final: boolean) => {
    entries = [];
    try {
      unzip.push(bytes, final);
    } catch (error) {
      failed ??= error;
    }
    if (failed !== null) throw new CountersignError('catalogue/zip-broken', { file }, { cause: failed });
    return entries;
  };
  return {
    push: (bytes) => pushed(bytes, false),
    end() {
      const last = pushed(new Uint8Array(0), true);
      if (found === 0) throw new CountersignError('catalogue/not-a-directory', { file });
      if (ended < found) throw new CountersignError('catalogue/zip-broken', { file });
      return last;
    },
  };
}
