import { CountersignError, limits, omit } from '@/lib/base';
import * as v from 'valibot';
import type { PortalProfile } from './profile';
import { portalProfileSchema } from './profile-schema';

const fileSchema = v.strictObject({
  countersignProfiles: v.literal(1),
  profiles: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(limits.profilesPerFile)),
});

/** Profiles as a file for other pharmacies: JSON. Who confirmed them, and what a teaching took the place of, stays here. */
export function profileFile(profiles: readonly PortalProfile[]): string {
  const shared = profiles.map((profile) => ({
    ...omit(profile, 'origin', 'taughtOver'),
    verified: false,
  }));
  return `${JSON.stringify({ countersignProfiles: 1, profiles: shared }, null, 2)}\n`;
}

/**
 * Reads such a file; nothing of it is trusted, and what another pharmacy confirmed is unverified here. Throws
 * `portal/profile-file-unreadable` with the line where JSON ends to be JSON, `portal/profile-malformed` with the entry and
 * its field.
 */
export function readProfileFile(text: string): readonly PortalProfile[] {
  const file = v.safeParse(fileSchema, jsonOf(text));
  if (!file.success)
    throw new CountersignError('portal/profile-file-unreadable', { detail: placeOf(file.issues) });
  const seen = new Set<string>();
  return file.output.profiles.map((entry, i) => {
    const profile = readProfile(entry, i);
    if (seen.has(profile.id))
      throw new CountersignError('portal/profile-malformed', {
        entry: entryName(entry, i),
        detail: `id: ${profile.id} twice`,
      });
    seen.add(profile.id);
    return { ...omit(profile, 'taughtOver'), verified: false, origin: 'imported' };
  });
}

/** One entry of a file or of a policy. Throws `portal/profile-malformed`. */
export function readProfile(entry: unknown, position: number): PortalProfile {
  const checked = v.safeParse(portalProfileSchema, entry);
  if (checked.success) return checked.output;
  throw new CountersignError('portal/profile-malformed', {
    entry: entryName(entry, position),
    detail: placeOf(checked.issues),
  });
}

/** What an entry calls itself, as far as it does, and its position from 1. */
function entryName(entry: unknown, position: number): string {
  const named = v.safeParse(v.object({ id: v.string() }), entry);
  return named.success ? `${position + 1} (${named.output.id.slice(0, 60)})` : String(position + 1);
}

function placeOf([first]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const path = v.getDotPath(first);
  return path === null ? first.message : `${path}: ${first.message}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const line = brokenLine(text);
    throw new CountersignError('portal/profile-file-unreadable', { detail: `JSON, line ${line}` }, { cause });
  }
}

/** The first line up to which a text can't be the beginning of JSON any more; the last where it only ends too early. */
function brokenLine(text: string): number {
  const lines = text.split('\n');
  let [sound, broken] = [0, lines.length];
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2);
    if (maySoGoOn(lines.slice(0, middle).join('\n'))) sound = middle;
    else broken = middle;
  }
  return broken;
}

/** Browsers say by their message alone whether JSON is wrong or only unfinished. */
function maySoGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const at = /position (\d+)/.exec(said)?.[1];
    return /\bend of|unterminated/i.test(said) || (at !== undefined && Number(at) >= beginning.length);
  }
}
