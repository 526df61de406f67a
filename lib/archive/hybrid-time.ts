type HybridTime = readonly [wallMs: number, counter: number];

/** The next time of a station: the wall clock where it has moved on, else the last time with its counter raised. */
export function tick(last: HybridTime, wallMs: number): HybridTime {
  return wallMs > last[0] ? [wallMs, 0] : [last[0], last[1] + 1];
}

/** Order of events over all chains: by time, then by station and place in its chain. */
export function byTime(
  a: { readonly time: HybridTime; readonly station: string; readonly seq: number },
  b: { readonly time: HybridTime; readonly station: string; readonly seq: number },
): number {
  if (a.time[0] !== b.time[0]) return a.time[0] - b.time[0];
  if (a.time[1] !== b.time[1]) return a.time[1] - b.time[1];
  if (a.station !== b.station) return a.station < b.station ? -1 : 1;
  return a.seq - b.seq;
}
