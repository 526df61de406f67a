import { describe, expect, it, test } from 'vitest';
import * as v from 'valibot';
import { CountersignError, omit } from '@/lib/base';
import { builtInProfiles } from './built-in/built-in-profiles';
import { managedProfiles } from './managed-profiles';
import type { PortalProfile } from './profile';
import { profileFile, readProfileFile } from './profile-file';
import { portalProfileSchema } from './profile-schema';

const address = { street: null, street2: null, city: null, state: null, postalCode: null };
const harbor: PortalProfile = {
  id: 'harbor',
  hosts: ['orders.harbor.example'],
  supplier: { name: 'Harbor Wholesale', deaNumber: null, address },
  mode: 'companion',
  reading: { lines: { row: 'tr', columns: { packages: { header: 'qty', path: null, index: 2 } } } },
  taughtOver: null,
  verified: true,
};

/** What the file's reader says, or its fault. */
function reading(text: string): unknown {
  try {
    return readProfileFile(text).map(({ id }) => id);
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    return error.fault;
  }
}

const fileWith = (...profiles: readonly unknown[]) => JSON.stringify({ countersignProfiles: 1, profiles });

test('built-in profiles are data as any other, for different portals, and nobody has confirmed them', () => {
  const hosts = builtInProfiles.flatMap((profile) => profile.hosts);
  expect(new Set(hosts).size).toBe(hosts.length);
  for (const profile of builtInProfiles) {
    expect(v.is(portalProfileSchema, profile)).toBe(true);
    expect(profile).toMatchObject({ verified: false, origin: 'built-in', supplier: { deaNumber: null } });
  }
});

describe('a file with profiles', () => {
  it('comes back as it was saved, but nobody here has confirmed it', () => {
    const shared = omit(harbor, 'taughtOver');
    expect(readProfileFile(profileFile([harbor]))).toEqual([
      { ...shared, verified: false, origin: 'imported' },
    ]);
  });

  it('takes every built-in profile there and back', () => {
    const back = readProfileFile(profileFile(builtInProfiles));
    expect(back.map(({ id }) => id)).toEqual(builtInProfiles.map(({ id }) => id));
  });

  it.each([
    [
      'no JSON',
      '{"countersignProfiles": 1,\n"profiles": [\nx',
      'portal/profile-file-unreadable',
      'JSON, line 3',
    ],
    ['another file', '{"orders": []}', 'portal/profile-file-unreadable', 'countersignProfiles'],
    [
      'a newer form',
      '{"countersignProfiles": 2, "profiles": []}',
      'portal/profile-file-unreadable',
      'countersignProfiles',
    ],
    ['no entry', fileWith(), 'portal/profile-file-unreadable', 'profiles'],
    [
      'code in an entry',
      fileWith(harbor, { ...harbor, id: 'two', run: 'alert(1)' }),
      'portal/profile-malformed',
      'run',
    ],
    ['a pattern for any site', fileWith({ ...harbor, hosts: ['*'] }), 'portal/profile-malformed', 'hosts.0'],
    ['the same portal twice', fileWith(harbor, harbor), 'portal/profile-malformed', 'id: harbor'],
    [
      'a rule of another form',
      fileWith({ ...harbor, reading: { lines: { columns: { packages: 3 } } } }),
      'portal/profile-malformed',
      'reading.lines.columns.packages',
    ],
    [
      'a prototype',
      `{"countersignProfiles":1,"profiles":[{"__proto__":{"id":"x"}}]}`,
      'portal/profile-malformed',
      '',
    ],
  ])('with %s is refused, and says where', (_, text, code, place) => {
    const fault = reading(text) as { readonly code: string; readonly params: Record<string, string> };
    expect(fault.code).toBe(code);
    expect(fault.params.detail).toContain(place);
  });

  it('names the entry that is wrong', () => {
    const fault = reading(fileWith(harbor, { ...harbor, id: 'reef', mode: 'robot' }));
    expect(fault).toMatchObject({ params: { entry: '2 (reef)' } });
  });
});

describe('profiles by policy', () => {
  // Policies have no null: what isn't known is left out.
  const entry = {
    id: 'harbor',
    hosts: ['orders.harbor.example'],
    supplier: { name: 'Harbor Wholesale' },
    mode: 'companion',
    reading: {
      lines: { columns: { packages: { header: 'qty' } } },
      page: { orderNumber: { label: 'po #' } },
    },
  };

  it('may leave out what is unknown', () => {
    expect(managedProfiles({ profiles: [entry] })).toEqual({
      refused: [],
      profiles: [
        {
          ...entry,
          supplier: { name: 'Harbor Wholesale', deaNumber: null, address },
          reading: {
            lines: { columns: { packages: { header: 'qty', path: null, index: null } } },
            page: { orderNumber: { label: 'po #', selector: null } },
          },
          verified: false,
          origin: 'policy',
        },
      ],
    });
  });

  it('lose one bad entry, by name, and keep the others', () => {
    const read = managedProfiles({ profiles: [{ ...entry, id: 'reef', hosts: ['*'] }, 7, entry] });
    expect(read?.profiles.map(({ id }) => id)).toEqual(['harbor']);
    expect(read?.refused.map(({ code, params }) => [code, params?.entry])).toEqual([
      ['portal/profile-malformed', '1 (reef)'],
      ['portal/profile-malformed', '2'],
    ]);
  });

  it('may be none, and are nothing where they are no list', () => {
    expect(managedProfiles({})).toEqual({ profiles: [], refused: [] });
    expect(managedProfiles({ forbidInterception: true })).toEqual({ profiles: [], refused: [] });
    expect(managedProfiles({ profiles: 'all' })).toBeNull();
  });
});
