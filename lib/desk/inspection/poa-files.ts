import type { Directory } from '@/lib/archive';
import { addDays, formatSchedule, fromBase64, limits } from '@/lib/base';
import type { StoredFile } from '@/lib/order';
import type { PoaRecord } from '@/lib/people';
import type { PackContext } from './pack-context';
import type { PackEntry, PackLog } from './pack-log';
import { fileName, namesOnce, slug } from './stems';

/** A letter of attorney with the files that the pack holds of it. */
export interface PackLetter extends PoaRecord {
  readonly personName: string;
  readonly covers: string;
  readonly letterPath: string | null;
  readonly revocationPath: string | null;
}

/**
 * 21 CFR 1305.05(a): letters and revocations of the location that were in force on any day of the period, later, or when the
 * oldest order was signed that the pack may hold.
 */
export function* poaFiles(
  { poa }: Pick<Directory, 'poa'>,
  { numbers, from, to, names }: PackContext,
  log: PackLog,
  letters: PackLetter[],
): Generator<PackEntry> {
  const once = namesOnce();
  const earliest = addDays(from, -limits.packLookBackDays);
  const entry = (what: string, file: StoredFile) =>
    log.entry(`powers-of-attorney/${once(what)}-${fileName(file.name, file.type)}`, fromBase64(file.base64));
  for (const letter of poa) {
    const ended = letter.revoked?.on ?? letter.until;
    if (!numbers.has(letter.registrant) || letter.since > to || (ended !== null && ended < earliest))
      continue;
    const personName = names.of(letter.personId);
    const granted = letter.file && entry(`${slug(personName)}-letter`, letter.file);
    if (granted) yield granted;
    const taken = letter.revoked?.file ? entry(`${slug(personName)}-revocation`, letter.revoked.file) : null;
    if (taken) yield taken;
    const covers = letter.schedules.map(formatSchedule).join(', ');
    letters.push({
      ...letter,
      personName,
      covers,
      letterPath: granted?.name ?? null,
      revocationPath: taken?.name ?? null,
    });
  }
}
