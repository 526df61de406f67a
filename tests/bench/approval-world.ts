import { openArchive } from '@/lib/archive';
import { fromBase64, oneAtATime, systemClock, type DeaNumber } from '@/lib/base';
import { openDesk, type PagePorts } from '@/lib/desk';
import { approveRequest, createCrlStore, lookAtPage, openRequest } from '@/lib/desk/background';
import { openPfx } from '@/lib/pki';
import type { KeySession } from '@/lib/signing';
import { openCatalogue } from '@/lib/catalogue';
import { openVault } from '@/lib/vault';
import { demoProfile } from '../desk/demo-profile';
import { methylphenidate, oxycodone, seenLine, seenPage } from '../desk/seen-page';
import { demoRegistrants } from '../pki/demo-registrants';
import { testDisk, testPlaces } from '../support/copy-places';
import type { Inputs } from './inputs';

const PASSWORD = 'correct horse battery';
const PIN = '2468';
const URL = 'https://harbor.example/review';
const page = seenPage({ lines: [seenLine(oxycodone), seenLine(methylphenidate)] });

/** A pharmacy that is set up, as the background has it, on this place's own databases. */
export interface ApprovalWorld {
  /** SHA-256 of the certificate that signs. */
  readonly certificate: string;
  /** Opens a request and prepares what a sign window shows; answers the approval: from the click to the order on record. */
  ask(): Promise<() => Promise<unknown>>;
}

export async function approvalWorld(inputs: Inputs, keys: KeySession): Promise<ApprovalWorld> {
  const ports = await openPorts(inputs.crls);
  const desk = openDesk(ports);
  const crls = createCrlStore(ports);
  const { name, deaNumber, address } = demoRegistrants.pharmacy;
  const { zip, ...rest } = address;
  await desk.saveRegistrant({
    name,
    deaNumber: deaNumber as string as DeaNumber,
    address: { ...rest, street2: null, postalCode: zip },
    zone: 'America/Chicago',
  });
  const signer = await desk.addPerson({ name: 'Dana Okafor', role: 'pic', pin: PIN });
  await desk.signIn(signer.id, PIN);
  await desk.trustRoot(fromBase64(inputs.root));
  await desk.saveSupplier(demoProfile('harbor', 'integrated'));
  const { sha256 } = await desk.importPfx({
    bytes: fromBase64(inputs.pfx),
    filePassword: inputs.password,
    password: PASSWORD,
    acceptWithoutMac: false,
  });
  await desk.acceptHonesty({ personId: signer.id, pin: PIN });
  const edits = { certificate: sha256, lines: {}, supplier: {} };
  const approval = {
    ...ports,
    readPage: () => Promise.resolve(page),
    signer: (certificate: string) => keys.signer(certificate),
  };
  return {
    certificate: sha256,
    async ask() {
      const { draft, supplier } = await lookAtPage(ports, page, URL);
      const { request } = await openRequest(ports, {
        ...{ id: crypto.randomUUID(), mode: 'now', delivery: 'file', page: null, pageHash: null, draft },
        supplierId: supplier?.id ?? null,
      });
      const { document } = await desk.prepareDocument(request.id, edits);
      if (document === null) throw new Error('the order of the bench can’t be signed');
      const reason = { kind: 'hospice-ltc', detail: 'Two new hospice patients since last week' } as const;
      return () => approveRequest(approval, crls, { requestId: request.id, document, edits, reason });
    },
  };
}

/** What a desk needs, in this place; `name` of the databases, drawn unless said. */
export async function openPorts(
  lists: Readonly<Record<string, string>>,
  name = `bench-${crypto.randomUUID()}`,
): Promise<PagePorts> {
  const clock = systemClock;
  const inTurn = oneAtATime();
  let who: string | null = null;
  let readings: unknown;
  return {
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
    copies: testPlaces(),
    disk: testDisk,
    nativeHost: {
      mayConnect: () => Promise.resolve(false),
      connect: () => {
        throw new Error('this bench asks no helper');
      },
    },
    pinTries: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
    clockReadings: {
      read: () => Promise.resolve(readings),
      write: (taken) => {
        readings = taken;
        return Promise.resolve();
      },
    },
    listHosts: {
      mayFetch: () => Promise.resolve(true),
      fetch: (url) => {
        const list = lists[new globalThis.URL(url).pathname.slice(1)];
        return list === undefined
          ? Promise.reject(new TypeError('Failed to fetch'))
          : Promise.resolve(new Response(fromBase64(list)));
      },
      inTurn: (_, work) => inTurn(work),
    },
  };
}
