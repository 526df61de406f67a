/** What a library's own header says it was made for; architectures as `process.arch` names them, others as numbers. */
export interface BuiltFor {
  readonly platform: 'ELF' | 'PE' | 'Mach-O';
  readonly archs: readonly string[];
}

const elfMachines: Readonly<Record<number, string>> = {
  3: 'ia32',
  40: 'arm',
  62: 'x64',
  183: 'arm64',
  243: 'riscv64',
  258: 'loong64',
};
const peMachines: Readonly<Record<number, string>> = { 0x14c: 'ia32', 0x8664: 'x64', 0xaa64: 'arm64' };
const machCpus: Readonly<Record<number, string>> = {
  7: 'ia32',
  0x0100_0007: 'x64',
  0x0100_000c: 'arm64',
};
/** A universal binary's header counts its parts; more than these aren't one (Java classes begin alike). */
const MOST_PARTS = 16;

/** Reads the first octets of an ELF, PE or Mach-O file; null where they are none of these. */
export function builtFor(head: Buffer): BuiltFor | null {
  if (head.length < 64) return null;
  const first = head.readUInt32BE(0);
  if (first === 0x7f454c46) return elf(head);
  if (head.toString('latin1', 0, 2) === 'MZ') return pe(head);
  if (first === 0xcffaedfe || first === 0xcefaedfe)
    return { platform: 'Mach-O', archs: [nameOf(machCpus, head.readUInt32LE(4))] };
  if (first === 0xcafebabe) return universal(head);
  return null;
}

function elf(head: Buffer): BuiltFor {
  const little = head[5] === 1;
  const machine = little ? head.readUInt16LE(18) : head.readUInt16BE(18);
  // x32 and big-endian kinds share a machine's number with what runs here, and don't load.
  const wide = head[4] === 2;
  const name = nameOf(elfMachines, machine);
  const fits = little && (name === 'ia32' || name === 'arm' ? !wide : wide);
  return { platform: 'ELF', archs: [fits ? name : `${name}?`] };
}

function pe(head: Buffer): BuiltFor | null {
  const at = head.readUInt32LE(60);
  if (at > head.length - 6 || head.readUInt32BE(at) !== 0x50450000) return null;
  return { platform: 'PE', archs: [nameOf(peMachines, head.readUInt16LE(at + 4))] };
}

function universal(head: Buffer): BuiltFor | null {
  const parts = head.readUInt32BE(4);
  if (parts > MOST_PARTS || head.length < 8 + parts * 20) return null;
  const archs = Array.from({ length: parts }, (_, index) =>
    nameOf(machCpus, head.readUInt32BE(8 + index * 20)),
  );
  return { platform: 'Mach-O', archs };
}

function nameOf(names: Readonly<Record<number, string>>, machine: number): string {
  return names[machine] ?? String(machine);
}
