import koffi from 'koffi';
import type { Layout } from './layout';

/** A CK_ULONG read from memory of the module's. Handles may use all of its bits, so it stays a bigint. */
export function readULong(layout: Pick<Layout, 'ulong'>, from: Buffer, offset = 0): bigint {
  return layout.ulong === 8 ? from.readBigUInt64LE(offset) : BigInt(from.readUInt32LE(offset));
}

export function writeULong(layout: Pick<Layout, 'ulong'>, to: Buffer, value: bigint, offset = 0): void {
  if (layout.ulong === 8) to.writeBigUInt64LE(value, offset);
  else to.writeUInt32LE(Number(value), offset);
}

/** Memory for CK_ULONGs, filled with what is given. */
export function ulongs(layout: Pick<Layout, 'ulong'>, ...values: bigint[]): Buffer {
  const memory = Buffer.alloc(Math.max(1, values.length) * layout.ulong);
  for (const [index, value] of values.entries()) writeULong(layout, memory, value, index * layout.ulong);
  return memory;
}

/** What C_GetAttributeValue writes for a length that it won't tell: all bits set (CK_UNAVAILABLE_INFORMATION). */
export function unavailable(layout: Pick<Layout, 'ulong'>): bigint {
  return (1n << BigInt(layout.ulong * 8)) - 1n;
}

/** The module's list of functions and its attributes hold addresses, as wide as this processor's. */
export function readPointer(from: Buffer, offset = 0): bigint {
  return koffi.sizeof('void *') === 8 ? from.readBigUInt64LE(offset) : BigInt(from.readUInt32LE(offset));
}

export function writePointer(to: Buffer, address: bigint, offset: number): void {
  if (koffi.sizeof('void *') === 8) to.writeBigUInt64LE(address, offset);
  else to.writeUInt32LE(Number(address), offset);
}
