/** Everything that an async iterable yields (Array.fromAsync isn't in Node 20). */
export async function collect<T>(from: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of from) all.push(item);
  return all;
}
