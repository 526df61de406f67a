import koffi, { type LibraryHandle } from 'koffi';
import { CountersignError } from '@/lib/base';
import { CKF } from './ck';
import { ckrName } from './ckr';
import { CkrError } from './ckr-error';
import { checkModuleFile } from './module-file';
import { layoutFor, type Layout } from './layout';
import { bindFunctions, type CallModule, type FunctionName } from './module-functions';
import { readPointer, readULong, ulongs, writeULong } from './memory';

/** A loaded and initialized module. */
export interface Cryptoki {
  readonly path: string;
  readonly layout: Layout;
  /** Answers the CK_RV, whatever it is. */
  readonly call: CallModule;
  /** Throws a CkrError unless the CK_RV is CKR_OK. */
  readonly must: (...args: Parameters<CallModule>) => Promise<void>;
}

/**
 * Loads the module and initializes it. The file is looked at first, because loading runs what is in it. Throws
 * `token/module-missing`, `token/module-wrong-architecture`, `token/module-not-pkcs11`, or a CkrError.
 */
export async function loadCryptoki(path: string): Promise<Cryptoki> {
  checkModuleFile(path);
  const layout = layoutFor(process.platform);
  const call = functionsOf(path, layout);
  const must: Cryptoki['must'] = async (name, ...args) => {
    const rv = await call(name, ...args);
    if (rv !== 0) throw new CkrError(name, rv);
  };
  await initialize(call, layout);
  return { path, layout, call, must };
}

/** What is loaded stays so: koffi unloads a library that nobody names any more, and the functions bound to it crash. */
const loaded: LibraryHandle[] = [];

function functionsOf(path: string, layout: Layout): CallModule {
  const refused = (detail: string, cause?: unknown) =>
    new CountersignError('token/module-not-pkcs11', { path, detail }, { cause });
  let pointer: bigint;
  try {
    const library = koffi.load(path);
    loaded.push(library);
    const getFunctionList = library.func('C_GetFunctionList', layout.ulongType, ['void *']) as (
      list: Buffer,
    ) => number;
    const list = Buffer.alloc(koffi.sizeof('void *'));
    const rv = Number(getFunctionList(list));
    if (rv !== 0) throw new CkrError('C_GetFunctionList', rv);
    pointer = readPointer(list);
  } catch (error) {
    throw refused(error instanceof Error ? error.message.slice(0, 300) : String(error), error);
  }
  const call = pointer === 0n ? null : bindFunctions(pointer, layout);
  if (call === null) throw refused('C_GetFunctionList');
  return call;
}

/** Asks for the system's own locks, and does without where the module has none: calls are made one at a time. */
async function initialize(call: CallModule, layout: Layout): Promise<void> {
  const name: FunctionName = 'C_Initialize';
  const args = Buffer.alloc(layout.initializeArgs.size);
  writeULong(layout, args, CKF.OS_LOCKING_OK, koffi.offsetof(layout.initializeArgs, 'flags'));
  const first = await call(name, args);
  const hasNoLocks = ['CKR_CANT_LOCK', 'CKR_ARGUMENTS_BAD'].includes(ckrName(first));
  const rv = hasNoLocks ? await call(name, null) : first;
  if (rv !== 0 && ckrName(rv) !== 'CKR_CRYPTOKI_ALREADY_INITIALIZED') throw new CkrError(name, rv);
}

/** Numbers that the module counts out into memory of ours: asks how many there are, and takes no more than `most`. */
export async function countedULongs(
  { layout, must }: Cryptoki,
  name: 'C_GetSlotList' | 'C_GetMechanismList',
  first: bigint | number,
  most: number,
): Promise<bigint[]> {
  const count = ulongs(layout, 0n);
  await must(name, first, null, count);
  const claimed = readULong(layout, count);
  if (claimed === 0n) return [];
  if (claimed > BigInt(most)) throw absurd(name, claimed);
  const values = Buffer.alloc(Number(claimed) * layout.ulong);
  await must(name, first, values, count);
  const filled = readULong(layout, count);
  if (filled > claimed) throw absurd(name, filled);
  return Array.from({ length: Number(filled) }, (_, index) =>
    readULong(layout, values, index * layout.ulong),
  );
}

/** A number that no token has: what the module says of its own can't be believed. */
export function absurd(step: string, number: bigint): CountersignError {
  return new CountersignError('token/module-error', { step, rv: String(number) });
}
