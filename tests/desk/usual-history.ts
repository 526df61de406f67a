import type { Desk } from '@/lib/desk';

/** 24 orders of three packages of 100 oxycodone 10 mg tablets, ten days apart up to 2026-11-13, at two suppliers. */
export function usualHistory(): string {
  const rows = Array.from({ length: 24 }, (_, back) => {
    const date = new Date(Date.parse('2026-11-13T00:00Z') - back * 10 * 86_400_000).toISOString();
    const supplier = back % 2 === 0 ? 'meridian' : 'harbor';
    return `${date.slice(0, 10)},${supplier},OXYCODONE HCL 10MG TAB,100,3`;
  });
  return ['date,supplier,product,package_size,packages', ...rows, ''].join('\n');
}

export async function bringUsualHistory(desk: Desk): Promise<void> {
  const { taken, refused } = await desk.importHistory('history.csv', usualHistory(), () => undefined);
  if (taken.length !== 24 || refused.length > 0) throw new Error('the usual orders were not taken');
}
