import { readFileSync } from 'node:fs';
import type { Archive, Registrant } from '@/lib/archive';
import type { DeaNumber } from '@/lib/base';
import { applyPolicy, takeTaught } from '@/lib/desk/background';
import type { PortalProfile } from '@/lib/portal';
import { demoProfile } from '../../desk/demo-profile';
import { demoRegistrants } from '../../pki/demo-registrants';
import { unless, type MortalAct } from './mortal-act';

const { otherPharmacy } = demoRegistrants;
const { zip, ...address } = otherPharmacy.address;
const other: Registrant = {
  name: otherPharmacy.name,
  deaNumber: otherPharmacy.deaNumber as unknown as DeaNumber,
  address: { ...address, street2: null, postalCode: zip },
  zone: 'America/Chicago',
};
const moved = { ...demoProfile('harbor', 'integrated'), hosts: ['orders.harbor.example'] };

const taught: PortalProfile = { ...moved, reading: { lines: { row: 'tr' } } };

const harborIn = (archive: Archive, has: (harbor: PortalProfile) => boolean) =>
  archive.directory().then(({ suppliers }) => suppliers.some((one) => one.id === moved.id && has(one)));

/** Locations, suppliers, roots: what a pharmacy begins with, and changes. */
export const setUpActs: readonly MortalAct[] = [
  {
    name: 'save the registration',
    of: ['saveRegistrant'],
    async begin({ desk, pageOn }) {
      const known = await desk.registrant();
      if (!known) throw new Error('no registrant');
      const renamed = { ...known, name: 'Maple Street Pharmacy, Inc.' };
      return (archive) => {
        const isThere = archive.directory().then(({ registrant }) => registrant?.name === renamed.name);
        return unless(isThere, () => pageOn(archive).saveRegistrant(renamed));
      };
    },
  },
  {
    name: 'add a location',
    of: ['saveLocation'],
    begin: ({ actor, pageOn }) =>
      Promise.resolve((archive) =>
        pageOn(archive).saveLocation({ commandId: 'location', ...actor, registrant: other, replaces: null }),
      ),
  },
  {
    name: 'put right a location’s number',
    of: ['saveLocation'],
    async begin({ desk, actor, pageOn }) {
      await desk.saveLocation({ commandId: 'location', ...actor, registrant: other, replaces: null });
      const registrant = { ...other, deaNumber: 'FB1234563' as DeaNumber };
      const right = { commandId: 'right', ...actor, registrant, replaces: other.deaNumber };
      return (archive) => pageOn(archive).saveLocation(right);
    },
  },
  {
    name: 'choose a location',
    of: ['chooseRegistrant'],
    async begin({ desk, actor, pageOn }) {
      await desk.saveLocation({ commandId: 'location', ...actor, registrant: other, replaces: null });
      return (archive) => pageOn(archive).chooseRegistrant(other.deaNumber);
    },
  },
  {
    name: 'save a supplier',
    of: ['saveSupplier'],
    begin: ({ pageOn }) =>
      Promise.resolve((archive) => {
        const isThere = archive
          .directory()
          .then(({ suppliers }) => suppliers.some(({ hosts }) => hosts[0] === moved.hosts[0]));
        return unless(isThere, () => pageOn(archive).saveSupplier(moved));
      }),
  },
  {
    name: 'confirm that a portal is read right',
    of: ['confirmSupplier'],
    async begin({ desk, pageOn }) {
      await desk.saveSupplier({ ...moved, verified: false });
      return (archive) =>
        unless(
          harborIn(archive, ({ verified }) => verified),
          () => pageOn(archive).confirmSupplier(moved.id),
        );
    },
  },
  {
    name: 'remove the rules of a portal',
    of: ['forgetTaught'],
    async begin({ desk, pageOn }) {
      await desk.saveSupplier(taught);
      return (archive) =>
        unless(
          harborIn(archive, ({ reading }) => reading === undefined),
          () => pageOn(archive).forgetTaught(moved.id),
        );
    },
  },
  {
    name: 'undo the last teaching',
    of: ['undoTeaching'],
    async begin({ desk, pageOn }) {
      await desk.saveSupplier({ ...taught, taughtOver: null });
      return (archive) =>
        unless(
          harborIn(archive, ({ taughtOver }) => taughtOver === undefined),
          () => pageOn(archive).undoTeaching(moved.id),
        );
    },
  },
  {
    name: 'take profiles from a file',
    of: ['takeProfiles'],
    begin: ({ pageOn }) =>
      Promise.resolve((archive) =>
        unless(
          harborIn(archive, ({ hosts }) => hosts[0] === moved.hosts[0]),
          () => pageOn(archive).takeProfiles([moved, { ...moved, id: 'reef', hosts: ['reef.example'] }]),
        ),
      ),
  },
  {
    name: 'keep what was taught on a page',
    of: ['takeTaught'],
    begin: ({ ports }) =>
      Promise.resolve((archive) =>
        unless(
          harborIn(archive, ({ reading }) => reading !== undefined),
          () => takeTaught({ ...ports, archive }, 'https://harbor.example/', { lines: { row: 'tr' } }),
        ),
      ),
  },
  {
    name: 'bring suppliers to what a policy says',
    of: ['applyPolicy'],
    begin: ({ ports }) =>
      Promise.resolve((archive) =>
        applyPolicy(
          { ...ports, archive },
          {
            profiles: [{ id: 'reef', hosts: ['reef.example'], mode: 'companion' }],
          },
        ),
      ),
  },
  {
    name: 'say which locations order from a supplier',
    of: ['saveSupplierRegistrants'],
    begin: ({ pageOn }) =>
      Promise.resolve((archive) => {
        const isThere = archive
          .directory()
          .then(({ supplierRegistrants }) => 'harbor' in supplierRegistrants);
        const locations = [demoRegistrants.pharmacy.deaNumber as unknown as DeaNumber];
        return unless(isThere, () => pageOn(archive).saveSupplierRegistrants(moved, locations));
      }),
  },
  {
    name: 'trust a root',
    of: ['trustRoot'],
    begin: ({ pki, pageOn }) => {
      const file = new Uint8Array(readFileSync(pki.strangerRoot));
      return Promise.resolve((archive) => {
        const isThere = archive.directory().then(({ roots }) => roots.length > 1);
        return unless(isThere, () => pageOn(archive).trustRoot(file));
      });
    },
  },
  {
    name: 'take a root’s trust back',
    of: ['removeRoot'],
    async begin({ desk, pageOn }) {
      const sha256 = (await desk.roots())[0]?.sha256 ?? '';
      return (archive) => {
        const isThere = archive.directory().then(({ roots }) => roots.length === 0);
        return unless(isThere, () => pageOn(archive).removeRoot(sha256));
      };
    },
  },
];
