import type { ProfileChange } from '@/lib/desk';
import type { PortalProfile } from '@/lib/portal';
import { say } from '@/lib/words';

/** What taking one profile would change, in one sentence. */
export function changeWords({ profile, before, what }: ProfileChange): string {
  const name = profile.supplier.name ?? profile.id;
  if (what === 'policy') return say('suppliers.change.policy', { name });
  if (!before) return say('suppliers.change.new', { name, hosts: profile.hosts.join(', ') });
  return say('suppliers.change.changed', { name, fields: fieldsOf(before, profile).join('; ') });
}

function fieldsOf(before: PortalProfile, after: PortalProfile): readonly string[] {
  const fields: string[] = [];
  const hosts = (profile: PortalProfile) => profile.hosts.join(', ');
  if (hosts(before) !== hosts(after))
    fields.push(say('suppliers.field.hosts', { before: hosts(before), after: hosts(after) }));
  if (isOther(before.supplier, after.supplier))
    fields.push(say('suppliers.field.supplier', { before: partyOf(before), after: partyOf(after) }));
  if (before.mode !== after.mode)
    fields.push(
      say('suppliers.field.mode', {
        before: say(`suppliers.mode.${before.mode}`),
        after: say(`suppliers.mode.${after.mode}`),
      }),
    );
  if (isOther(before.deliverTo, after.deliverTo)) fields.push(say('suppliers.field.deliverTo'));
  if (isOther(before.reading, after.reading)) fields.push(say('suppliers.field.reading'));
  return fields.length > 0 ? fields : [say('suppliers.field.other')];
}

function partyOf({ supplier }: PortalProfile): string {
  const { name, deaNumber, address } = supplier;
  return [name, deaNumber, ...Object.values(address)].filter((part) => part !== null).join(', ');
}

function isOther(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
