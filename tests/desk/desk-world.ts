import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { openArchive } from '@/lib/archive';
import { oneAtATime, utf8, type DeaNumber } from '@/lib/base';
import { openDesk, type Desk, type PagePorts } from '@/lib/desk';
import { createCrlStore, openKnownToken, type ApprovalPorts } from '@/lib/desk/background';
import type { SeenPage } from '@/lib/portal';
import { openPfx } from '@/lib/pki';
import { createKeySession, softwareKey, type KeySession, type NativeDoor } from '@/lib/signing';
import { openCatalogue } from '@/lib/catalogue';
import { openVault } from '@/lib/vault';
import { demoRegistrants } from '../pki/demo-registrants';
import type { DemoSubscriberId } from '../pki/demo-subscribers';
import type { DemoPki } from '../pki/make-demo-pki';
import { testDisk, testPlaces, type TestPlaces } from '../support/copy-places';
import { rememberDerivations } from '../support/remembered-derivations';
import { demoProfile } from './demo-profile';
import { deskPki, START } from './desk-pki';

export { START };
export const KEY_PASSWORD = 'correct horse battery';
export const PIN = '2468';

const { pharmacy } = demoRegistrants;

export interface DeskWorld {
  readonly desk: Desk;
  readonly ports: PagePorts & {
    now: number;
    crlsReachable: boolean;
    crlsAllowed: boolean;
    /** Every address that was asked. */
    readonly fetched: string[];
    /** Web servers that tell the time, by host: milliseconds that this computer is ahead of them. */
    readonly clocks: Map<string, number>;
    /** Where copies go; nobody has chosen a place yet. */
    readonly copies: TestPlaces;
  };
  /** Files that the hosts of revocation lists serve, by name; a test puts another one in its place. */
  readonly lists: Record<string, string>;
  readonly pki: DemoPki;
  readonly crls: ReturnType<typeof createCrlStore>;
  /** What the background adds at approval; `page` is what the page shows then. */
  approvalPorts(page: SeenPage | Error): ApprovalPorts;
  importPfx(who: DemoSubscriberId | 'stranger'): Promise<string>;
  unlock(certificate: string): Promise<void>;
  /** As the background does with a PIN from the sign window. */
  unlockToken(certificate: string, pin: string | null): Promise<void>;
  readonly keys: KeySession;
}

/** As where nobody ever had a token: the user isn't even asked. */
const noHost: NativeDoor = {
  mayConnect: () => Promise.resolve(false),
  connect: () => {
    throw new Error('this world has no native host');
  },
};

let worlds = 0;
const derivations = rememberDerivations();

/** A pharmacy that is set up, on real databases (fake-indexeddb) and a real PKI made at set-up; no network. */
export async function deskWorld({
  nativeHost = noHost,
}: { nativeHost?: NativeDoor } = {}): Promise<DeskWorld> {
  derivations.startAgain();
  const pki = deskPki();
  const lists: Record<string, string> = { 'root.crl': pki.rootCrl, 'sub.crl': pki.subCrl };
  const clock = { now: () => ports.now };
  const name = `world-${(worlds += 1)}`;
  let who: string | null = null;
  let readings: unknown;
  let tries: unknown;
  const inTurn = oneAtATime();
  const ports: DeskWorld['ports'] = {
    now: START,
    crlsReachable: true,
    crlsAllowed: true,
    clock,
    archive: await openArchive({ name, clock }),
    catalogue: openCatalogue({ clock, name: `${name}-catalogue` }),
    vault: openVault({ clock, name: `${name}-vault` }),
    openPfx,
    session: {
      read: () => Promise.resolve(who),
      write: (id) => {
        who = id;
        return Promise.resolve();
      },
    },
    fetched: [],
    clocks: new Map(),
    copies: testPlaces(),
    disk: testDisk,
    nativeHost,
    pinTries: {
      read: () => Promise.resolve(tries),
      write: (kept) => {
        tries = kept;
        return Promise.resolve();
      },
    },
    clockReadings: {
      read: () => Promise.resolve(readings),
      write: (taken) => {
        readings = taken;
        return Promise.resolve();
      },
    },
    listHosts: {
      mayFetch: () => Promise.resolve(ports.crlsAllowed),
      fetch: (url) => {
        const ahead = ports.clocks.get(new URL(url).host);
        if (ahead !== undefined) return Promise.resolve(toldBy(ports.now - ahead));
        ports.fetched.push(url);
        const file = lists[new URL(url).pathname.slice(1)];
        if (!ports.crlsReachable || !file) return Promise.reject(new TypeError('Failed to fetch'));
        return Promise.resolve(new Response(new Uint8Array(readFileSync(file))));
      },
      inTurn: (_, work) => inTurn(work),
    },
  };
  const desk = openDesk(ports);
  const { zip, ...address } = pharmacy.address;
  await desk.saveRegistrant({
    name: pharmacy.name,
    deaNumber: pharmacy.deaNumber as unknown as DeaNumber,
    address: { ...address, street2: null, postalCode: zip },
    zone: 'America/Chicago',
  });
  const dana = await desk.addPerson({ name: 'Dana Okafor', role: 'pic', pin: PIN });
  await desk.signIn(dana.id, PIN);
  await desk.trustRoot(new Uint8Array(readFileSync(pki.root)));
  for (const supplier of [
    demoProfile('meridian', 'integrated'),
    demoProfile('harbor', 'integrated'),
    demoProfile('cascade', 'companion'),
  ])
    await desk.saveSupplier(supplier);

  const keys = createKeySession(clock);
  return {
    desk,
    ports,
    lists,
    pki,
    crls: createCrlStore(ports),
    approvalPorts: (page) => ({
      ...ports,
      clock,
      readPage: () => (page instanceof Error ? Promise.reject(page) : Promise.resolve(page)),
      signer: (certificate) => keys.signer(certificate),
    }),
    async importPfx(subscriber) {
      const file = subscriber === 'stranger' ? pki.strangerPfx : pki.pfx[subscriber];
      const { sha256 } = await desk.importPfx({
        bytes: new Uint8Array(readFileSync(file)),
        filePassword: pki.password,
        password: KEY_PASSWORD,
        acceptWithoutMac: false,
      });
      return sha256;
    },
    keys,
    unlockToken: (certificate, pin) =>
      keys.open(certificate, (signal) =>
        openKnownToken(ports)(certificate, pin === null ? null : utf8(pin), signal),
      ),
    async unlock(certificate) {
      keys.hold(certificate, softwareKey(await ports.vault.unlock(certificate, KEY_PASSWORD)));
    },
  };
}

/** The answer of a server whose clock stands at `at`; that it knows no such page doesn't matter. */
function toldBy(at: number): Response {
  return new Response(null, { status: 404, headers: { date: new Date(at).toUTCString() } });
}
