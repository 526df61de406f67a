import type { Block } from './catalogue-database';
import { ndcOf } from './encode-entry';

const ROWS_PER_BLOCK = 200;

export type BlockKind = 'product' | 'package';

/** Everything of one generation begins so. */
export function generationPrefix(generation: number): string {
  return `${String(generation).padStart(8, '0')}/`;
}

export function blockPrefix(generation: number, bucket: number, kind: BlockKind): string {
  return `${generationPrefix(generation)}${String(bucket).padStart(2, '0')}/${kind}/`;
}

/** Rows of one bucket and kind, sorted into blocks. An NDC with two different rows is told of in none. */
export function blocksOf(
  prefix: string,
  rows: readonly string[],
): { readonly blocks: readonly Block[]; readonly kept: number; readonly conflicts: number } {
  const byNdc = new Map<string, string | null>();
  let conflicts = 0;
  for (const row of rows) {
    const ndc = ndcOf(row);
    const known = byNdc.get(ndc);
    if (known === undefined) byNdc.set(ndc, row);
    else if (known !== null && known !== row) {
      conflicts += 1;
      byNdc.set(ndc, null);
    }
  }
  const sorted = [...byNdc.values()].filter((row) => row !== null).sort();
  const blocks: Block[] = [];
  for (let at = 0; at < sorted.length; at += ROWS_PER_BLOCK) {
    const some = sorted.slice(at, at + ROWS_PER_BLOCK);
    blocks.push({ id: prefix + ndcOf(some[0] as string), rows: some });
  }
  return { blocks, kept: sorted.length, conflicts };
}
