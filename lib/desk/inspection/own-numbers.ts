import type { Archive, Directory, Registrant } from '@/lib/archive';

/** By a DEA number that was typed wrong or given up: the one that took its place. */
async function successors({ exportEvents }: Pick<Archive, 'exportEvents'>): Promise<Map<string, string>> {
  const next = new Map<string, string>();
  for await (const batch of exportEvents())
    for (const event of batch) {
      if (event.type !== 'registrant.set') continue;
      const { registrant, replaces } = event.payload;
      // Records of 0.1.0 don't say: they changed the one location of their chain.
      const was = replaces === undefined ? event.registrant : replaces;
      if (was !== null && was !== registrant.deaNumber) next.set(was, registrant.deaNumber);
    }
  return next;
}

/**
 * The DEA numbers of a location: its own, and those that it had before. What was recorded under one of them is this
 * location's still (21 CFR 1305.27). All records are read only where some number here is of no location any more.
 */
export async function ownNumbers(
  archive: Pick<Archive, 'heads' | 'exportEvents'>,
  { registrants, poa }: Pick<Directory, 'registrants' | 'poa'>,
  { deaNumber }: Pick<Registrant, 'deaNumber'>,
): Promise<ReadonlySet<string>> {
  const current = new Set<string>([deaNumber, ...registrants.map((one) => one.deaNumber)]);
  const named = [...(await archive.heads()), ...poa].map(({ registrant }) => registrant);
  const former = new Set(named.filter((number) => number !== '' && !current.has(number)));
  if (former.size === 0) return new Set([deaNumber]);
  const next = await successors(archive);
  const leadsHere = (number: string) => {
    const seen = new Set<string>();
    let at: string | undefined = number;
    while (at !== undefined && !current.has(at) && !seen.has(at)) {
      seen.add(at);
      at = next.get(at);
    }
    return at === deaNumber;
  };
  return new Set([deaNumber, ...[...former].filter(leadsHere)]);
}
