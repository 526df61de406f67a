import type { NewEvent } from '@/lib/archive';
import { CountersignError, omit } from '@/lib/base';
import { portalProfileSchema, profileFile, readProfileFile, type PortalProfile } from '@/lib/portal';
import * as v from 'valibot';
import type { Desk } from '../desk';
import type { DeskPorts } from '../ports';
import { knownAs } from './known-as';
import { merged } from './merged';
import { requireOwn } from './require-own';
import { sameProfile } from './same-profile';
import { supplierSet } from './supplier-set';
import type { ProfileCases, ProfileChange } from './views';

const profileSchema = v.array(portalProfileSchema);

export function profileCases({ archive, session }: DeskPorts): Pick<Desk, keyof ProfileCases> {
  async function record(events: readonly NewEvent[]): Promise<void> {
    await archive.append({
      commandId: crypto.randomUUID(),
      who: (await session.read()) ?? 'system',
      orderId: null,
      events,
    });
  }

  async function change(id: string, next: (known: PortalProfile) => PortalProfile): Promise<void> {
    const directory = await archive.directory();
    const known = directory.suppliers.find((supplier) => supplier.id === id);
    if (!known) throw new CountersignError('portal/supplier-unknown');
    await record([supplierSet(directory, next(known))]);
  }

  return {
    confirmSupplier: (id) => change(id, (known) => ({ ...known, verified: true })),

    undoTeaching: (id) =>
      change(id, (known) => {
        const { taughtOver } = known;
        if (taughtOver === undefined) throw nothingToUndo(known);
        return {
          ...omit(known, 'taughtOver', 'reading'),
          ...(taughtOver ? { reading: taughtOver } : {}),
          verified: false,
        };
      }),

    forgetTaught: (id) =>
      change(id, ({ reading, ...known }) => {
        if (reading === undefined) throw nothingToUndo(known);
        const next = { ...known, taughtOver: reading, verified: false };
        requireOwn({ ...known, reading }, next);
        return next;
      }),

    async profileChanges(text) {
      const { suppliers } = await archive.directory();
      return readProfileFile(text).map((profile) => changeOf(suppliers, profile));
    },

    async takeProfiles(profiles) {
      const directory = await archive.directory();
      const checked = v.safeParse(profileSchema, profiles);
      if (!checked.success)
        throw new CountersignError('input/malformed', { detail: checked.issues[0].message });
      for (const profile of checked.output)
        requireOwn(
          directory.suppliers.find(({ id }) => id === profile.id),
          profile,
        );
      if (checked.output.length > 0)
        await record(checked.output.map((profile) => supplierSet(directory, profile)));
      return checked.output.length;
    },

    async profilesFile() {
      return profileFile((await archive.directory()).suppliers);
    },
  };
}

function changeOf(suppliers: readonly PortalProfile[], profile: PortalProfile): ProfileChange {
  const before = knownAs(suppliers, profile);
  const next = merged(before, profile);
  if (!before) return { profile, what: 'new', before };
  if (before.origin === 'policy') return { profile: before, what: 'policy', before };
  return { profile: next, what: sameProfile(before, next) ? 'same' : 'changed', before };
}

function nothingToUndo({ id, supplier }: Pick<PortalProfile, 'id' | 'supplier'>): CountersignError {
  return new CountersignError('portal/nothing-to-undo', { name: supplier.name ?? id });
}
