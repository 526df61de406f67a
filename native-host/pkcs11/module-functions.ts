import koffi from 'koffi';
import type { Layout } from './layout';

const U = 'ulong';
const P = 'pointer';

/**
 * The functions of CK_FUNCTION_LIST that are used, by their place in it (PKCS #11 3.1, 5.4 lists them in order), with the
 * kinds of their arguments. Every pointer is to memory that the caller made and holds on to.
 */
const functions = {
  C_Initialize: { place: 0, takes: [P] },
  C_Finalize: { place: 1, takes: [P] },
  C_GetSlotList: { place: 4, takes: ['bool', P, P] },
  C_GetSlotInfo: { place: 5, takes: [U, P] },
  C_GetTokenInfo: { place: 6, takes: [U, P] },
  C_GetMechanismList: { place: 7, takes: [U, P, P] },
  C_OpenSession: { place: 12, takes: [U, U, P, P, P] },
  C_CloseSession: { place: 13, takes: [U] },
  C_GetSessionInfo: { place: 15, takes: [U, P] },
  C_Login: { place: 18, takes: [U, U, P, U] },
  C_Logout: { place: 19, takes: [U] },
  C_GetAttributeValue: { place: 24, takes: [U, U, P, U] },
  C_FindObjectsInit: { place: 26, takes: [U, P, U] },
  C_FindObjects: { place: 27, takes: [U, P, U, P] },
  C_FindObjectsFinal: { place: 28, takes: [U] },
  C_SignInit: { place: 42, takes: [U, P, U] },
  C_Sign: { place: 43, takes: [U, P, U, P, P] },
} as const satisfies Record<string, { place: number; takes: readonly (typeof U | typeof P | 'bool')[] }>;

export type FunctionName = keyof typeof functions;
type Argument = bigint | number | Buffer | null;
type Native = {
  async(...args: [...Argument[], (error: Error | null, rv: number | bigint) => void]): void;
};
/** Calls one function on a thread of its own and answers its CK_RV. Calls are made one at a time. */
export type CallModule = (name: FunctionName, ...args: Argument[]) => Promise<number>;

/**
 * Binds the functions of a loaded list. On threads of their own, so that this process goes on hearing its parent while the
 * module hangs. Null: the list lacks a function.
 */
export function bindFunctions(list: bigint, layout: Layout): CallModule | null {
  const bound = new Map<string, Native>();
  const kinds = { [U]: layout.ulongType, [P]: 'void *', bool: 'uint8' };
  for (const [name, { place, takes }] of Object.entries(functions)) {
    const at = layout.firstFunction + place * koffi.sizeof('void *');
    const pointer = koffi.decode(list, at, 'void *') as bigint | null;
    if (pointer === null || pointer === 0n) return null;
    const type = koffi.proto(
      layout.ulongType,
      takes.map((kind) => kinds[kind]),
    );
    bound.set(name, koffi.decode(pointer, type) as Native);
  }
  return (name, ...args) =>
    new Promise((resolve, reject) => {
      const native = bound.get(name);
      if (native === undefined) throw new Error(name);
      native.async(...args, (error, rv) => {
        // Names the memory once more, so that none of it is collected while the module writes to it.
        args.length = 0;
        if (error) reject(error);
        else resolve(Number(rv));
      });
    });
}
