import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { CountersignError, fromBase64, limits, type DeaNumber, type ErrorCode } from '@/lib/base';
import { pageHash, type SeenPage } from '@/lib/portal';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { demoProfile } from '@/tests/desk/demo-profile';
import { methylphenidate, oxycodone, seenLine, seenPage } from '@/tests/desk/seen-page';
import { tempFolder } from '@/tests/support/temp-folder';
import { approveRequest, createCrlStore, lookAtPage, openRequest } from './background';
import { prepareDocument } from './prepare';
import type { PreparedDocument, SignEdits } from './views';

const URL_A = 'https://meridian.example/review';
const PAGE = { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: 'doc' };
const form = seenPage({ lines: [seenLine(oxycodone), seenLine(methylphenidate)] });

let world: DeskWorld;
let request = 0;
beforeEach(async () => {
  world = await deskWorld();
});

async function ask(page: SeenPage = form): Promise<string> {
  const looked = await lookAtPage(world.ports, page, URL_A);
  const { request: opened } = await openRequest(world.ports, {
    id: `request-${(request += 1)}`,
    mode: 'now',
    draft: looked.draft,
    pageHash: pageHash(page),
    page: PAGE,
    delivery: 'page-field',
    supplierId: looked.supplier?.id ?? null,
  });
  return opened.id;
}

const edits = (certificate: string, more: Partial<SignEdits> = {}): SignEdits => ({
  certificate,
  lines: {},
  supplier: {},
  ...more,
});

async function accept(certificate: string): Promise<void> {
  const { certificates } = await world.ports.archive.directory();
  const personId = certificates.find(({ sha256 }) => sha256 === certificate)?.personId ?? '';
  await world.desk.acceptHonesty({ personId, pin: PIN });
}

async function prepare(id: string, certificate: string): Promise<PreparedDocument> {
  return world.desk.prepareDocument(id, edits(certificate));
}

function approve(id: string, certificate: string, document: string | null, page: SeenPage | Error = form) {
  return approveRequest(world.approvalPorts(page), world.crls, {
    requestId: id,
    document: document ?? '',
    edits: edits(certificate),
    reason: { kind: 'hospice-ltc', detail: 'a new hospice nearby opened this month' },
  });
}

async function isUnsigned(id: string): Promise<void> {
  expect((await world.ports.archive.events(id)).map(({ type }) => type)).not.toContain('order.signed');
  expect(await world.ports.archive.order(id)).toBeNull();
}

/** A list of the CA with this name in a record, whatever its number. */
const listOf = (issuer: string) => ({
  issuer: expect.stringContaining(issuer) as string,
  number: expect.stringMatching(/^\d+$/) as string,
});

/** Brought in while its CA can't be reached; then it can. */
async function importOffline(who: 'revoked' | 'full'): Promise<string> {
  world.ports.crlsReachable = false;
  const certificate = await world.importPfx(who);
  world.ports.crlsReachable = true;
  world.ports.now += limits.crlRetryMs + 1;
  return certificate;
}

const blocks = ({ findings }: PreparedDocument): ErrorCode[] =>
  findings.filter(({ severity }) => severity === 'blocks').map(({ code }) => code);

describe('signing an order', () => {
  it('signs what was shown, once, so that OpenSSL accepts it', async () => {
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const id = await ask();
    const shown = await prepare(id, certificate);
    expect(blocks(shown)).toEqual([]);
    expect(shown.order?.lines.map(({ packages }) => packages)).toEqual([3, 2]);
    await world.unlock(certificate);
    const { cms, orderNumber } = await approve(id, certificate, shown.document);

    const dir = tempFolder(onTestFinished);
    writeFileSync(join(dir, 'order.p7m'), fromBase64(cms));
    execFileSync('openssl', ['x509', '-inform', 'DER', '-in', world.pki.root, '-out', join(dir, 'root.pem')]);
    const content = execFileSync(
      'openssl',
      [
        'cms',
        '-verify',
        '-inform',
        'DER',
        '-in',
        join(dir, 'order.p7m'),
        '-CAfile',
        join(dir, 'root.pem'),
        '-purpose',
        'any',
        '-attime',
        String(Math.floor(world.ports.now / 1000)),
        '-binary',
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    expect(new Uint8Array(content)).toEqual(fromBase64(shown.document ?? ''));
    const state = await world.ports.archive.order(id);
    expect(state).toMatchObject({ phase: 'signed', number: orderNumber, kind: 'signed' });
    await expect(approve(id, certificate, shown.document)).rejects.toMatchObject({
      code: 'signing/request-closed',
    });
    expect(await world.ports.archive.verify()).toMatchObject({ ok: true });
    const event = (await world.ports.archive.events(id)).find(({ type }) => type === 'order.signed');
    expect(event?.payload).toMatchObject({
      circumstances: { revocationLists: ['Sub CA', 'Root CA'].map(listOf) },
    });
  });

  it('is known on its page afterwards: to be placed again, never signed twice', async () => {
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const before = await lookAtPage(world.ports, form, URL_A);
    expect(before.view?.actions).toEqual(['review', 'prepare', 'teach']);
    const id = await ask();
    const { document } = await prepare(id, certificate);
    await world.unlock(certificate);
    await approve(id, certificate, document);
    const { view } = await lookAtPage(world.ports, form, URL_A);
    expect(view).toMatchObject({ actions: ['place'], level: 'none' });
  });

  it('asks for the honest reading before the first schedule II order, and only once', async () => {
    const certificate = await world.importPfx('full');
    expect(blocks(await prepare(await ask(), certificate))).toEqual(['signing/honesty-not-accepted']);
    await accept(certificate);
    expect(blocks(await prepare(await ask(), certificate))).toEqual([]);
  });

  it('refuses a document that is not the one the request makes', async () => {
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const id = await ask();
    const shown = await prepare(id, certificate);
    await world.unlock(certificate);
    const other = btoa(atob(shown.document ?? '').replace('<QuantityOrdered>3<', '<QuantityOrdered>9<'));
    expect(other).not.toBe(shown.document);
    await expect(approve(id, certificate, other)).rejects.toMatchObject({ code: 'signing/document-differs' });
    await isUnsigned(id);
  });

  it('signs nothing while the key is locked, and the request can be approved again', async () => {
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const id = await ask();
    const { document } = await prepare(id, certificate);
    await expect(approve(id, certificate, document)).rejects.toMatchObject({ code: 'vault/locked' });
    await isUnsigned(id);
    await world.unlock(certificate);
    await expect(approve(id, certificate, document)).resolves.toMatchObject({
      orderNumber: expect.stringMatching(/^26X/) as string,
    });
  });

  it('gives two approvals at the same moment one signature', async () => {
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const id = await ask();
    const { document } = await prepare(id, certificate);
    await world.unlock(certificate);
    const both = await Promise.allSettled([
      approve(id, certificate, document),
      approve(id, certificate, document),
    ]);
    const signatures = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.cms] : []));
    expect(new Set(signatures).size).toBe(1);
    expect((await world.ports.archive.events(id)).filter(({ type }) => type === 'order.signed')).toHaveLength(
      1,
    );
  });
});

describe('a page that is not the one that asked any more', () => {
  it.each([
    ['changed', seenPage({ lines: [seenLine({ ...oxycodone, packages: '30' })] }), 'signing/page-changed'],
    ['stated more lines', { ...form, missing: { shown: 2, stated: 12 } }, 'signing/page-changed'],
    ['went away', new CountersignError('signing/page-gone'), 'signing/page-gone'],
    [
      'lost its permission',
      new CountersignError('signing/origin-not-granted', { origin: 'x' }),
      'signing/origin-not-granted',
    ],
  ] as const)('voids the request when it %s', async (_, page, code) => {
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const id = await ask();
    const { document } = await prepare(id, certificate);
    await world.unlock(certificate);
    await expect(approve(id, certificate, document, page)).rejects.toMatchObject({ code });
    await isUnsigned(id);
    expect((await world.ports.archive.request(id))?.state).toMatchObject({ phase: 'void', fault: { code } });
  });

  it('voids nothing when the page only fails to answer', async () => {
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const id = await ask();
    const { document } = await prepare(id, certificate);
    await world.unlock(certificate);
    await expect(approve(id, certificate, document, new Error('slow'))).rejects.toThrow('slow');
    expect((await world.ports.archive.request(id))?.state.phase).toBe('open');
  });
});

describe('certificates that may not sign', () => {
  async function refusedWith(certificate: string, page?: SeenPage): Promise<ErrorCode[]> {
    await accept(certificate);
    const id = await ask(page);
    const shown = await prepare(id, certificate);
    await world.unlock(certificate);
    await expect(approve(id, certificate, shown.document)).rejects.toBeInstanceOf(CountersignError);
    await isUnsigned(id);
    return blocks(shown);
  }

  it('a coordinator’s, when it is imported', () =>
    expect(world.importPfx('coordinator')).rejects.toMatchObject({ code: 'certificate/coordinator' }));

  it('an expired one, when it is imported', () =>
    expect(world.importPfx('expired')).rejects.toMatchObject({ code: 'certificate/expired' }));

  it('one that expired since', async () => {
    const certificate = await world.importPfx('full');
    world.ports.now += 6 * 365 * 86_400_000;
    expect(await refusedWith(certificate)).toContain('certificate/expired');
  });

  it('a revoked one, when it is imported', () =>
    expect(world.importPfx('revoked')).rejects.toMatchObject({ code: 'certificate/revoked' }));

  it('a revoked one that was imported offline', async () =>
    expect(await refusedWith(await importOffline('revoked'))).toContain('certificate/revoked'));

  it('one for lower schedules', async () =>
    expect(await refusedWith(await world.importPfx('low'))).toEqual([
      'certificate/schedule-not-allowed',
      'certificate/schedule-not-allowed',
    ]));

  it('one of another registration', async () =>
    expect(await refusedWith(await world.importPfx('other-registrant'))).toContain(
      'certificate/dea-number-differs',
    ));

  it('one under a root that nobody trusts, when it is imported', () =>
    expect(world.importPfx('stranger')).rejects.toMatchObject({ code: 'certificate/path-not-found' }));

  it('one whose root was removed since', async () => {
    const certificate = await world.importPfx('full');
    const [root] = await world.desk.roots();
    await world.desk.removeRoot(root?.sha256 ?? '');
    expect(await refusedWith(certificate)).toContain('certificate/no-trusted-root');
  });
});

describe('what can not be looked up is said, recorded, and does not block', () => {
  it('an unreachable revocation list', async () => {
    world.ports.crlsReachable = false;
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const id = await ask();
    const shown = await prepare(id, certificate);
    expect(blocks(shown)).toEqual([]);
    expect(shown.status).toEqual({ state: 'not-checked' });
    expect(shown.findings.map(({ code }) => code)).toContain('crl/unreachable');
    await world.unlock(certificate);
    await approve(id, certificate, shown.document);
    const signed = (await world.ports.archive.events(id)).find(({ type }) => type === 'order.signed');
    expect(JSON.stringify(signed?.payload)).toContain('crl/unreachable');
    expect(JSON.stringify(signed?.payload)).not.toContain('revocationLists');
  });
});

describe('orders that are not whole', () => {
  let certificate: string;
  beforeEach(async () => {
    certificate = await world.importPfx('full');
    await accept(certificate);
  });

  it('a used number: the order gets another, and says so', async () => {
    const id = await ask();
    const { document } = await prepare(id, certificate);
    await world.unlock(certificate);
    const { orderNumber } = await approve(id, certificate, document);
    const again = await ask(
      seenPage({ ...form, orderNumber: { text: orderNumber, label: null, confidence: 1, where: '' } }),
    );
    const stored = await world.ports.archive.request(again);
    expect(stored?.request.draft.number).not.toBe(orderNumber);
    const shown = await prepare(again, certificate);
    expect(shown.findings.map(({ code }) => code)).toContain('order/number-replaced');
    expect(shown.order?.number).toBe(stored?.request.draft.number);
  });

  it('a line without a package size is asked for, then signed as entered', async () => {
    const id = await ask(
      seenPage({
        lines: [
          seenLine({
            ndc: '99901-0110-01',
            description: 'OXYCODONE HCL 10MG TAB',
            packages: '3',
            schedule: 'C-II',
          }),
        ],
      }),
    );
    const shown = await prepare(id, certificate);
    expect(blocks(shown)).toEqual(['order/line-package-size-missing']);
    expect(shown.document).toBeNull();
    const completed = await world.desk.prepareDocument(
      id,
      edits(certificate, { lines: { 1: { packageSize: 100 } } }),
    );
    expect(blocks(completed)).toEqual([]);
    expect(completed.order?.lines[0]?.packageSize).toBe(100);
  });

  it('a package size that only the description holds is doubtful until it is confirmed', async () => {
    const line = {
      ndc: '97104-0553-01',
      description: 'HYDROCODONE/APAP 10-325 TAB 100',
      packages: '2',
      schedule: 'C-II',
    };
    const id = await ask(seenPage({ lines: [seenLine(line)] }));
    const shown = await prepare(id, certificate);
    expect(blocks(shown)).toEqual(['order/line-doubtful']);
    const confirmed = await world.desk.prepareDocument(
      id,
      edits(certificate, { lines: { 1: { confirmed: true } } }),
    );
    expect(confirmed.order?.lines[0]).toMatchObject({ packageSize: 100, strength: null });
  });

  it('lines that the page states and nobody read, until the signer confirms that these are all', async () => {
    const part: SeenPage = { ...form, missing: { shown: 2, stated: 12 } };
    const id = await ask(part);
    const shown = await prepare(id, certificate);
    expect(blocks(shown)).toEqual(['order/lines-missing']);
    expect(shown.document).toBeNull();
    const whole = edits(certificate, { wholeOrder: true });
    const confirmed = await world.desk.prepareDocument(id, whole);
    expect(blocks(confirmed)).toEqual([]);
    await world.unlock(certificate);
    const approval = {
      requestId: id,
      document: confirmed.document ?? '',
      reason: { kind: 'hospice-ltc', detail: 'a new hospice nearby opened this month' },
    } as const;
    const ports = world.approvalPorts(part);
    await expect(
      approveRequest(ports, world.crls, { ...approval, edits: edits(certificate) }),
    ).rejects.toMatchObject({ code: 'order/lines-missing' });
    await approveRequest(ports, world.crls, { ...approval, edits: whole });
    expect((await world.ports.archive.request(id))?.request.draft.missing).toEqual({ shown: 2, stated: 12 });
  });

  it('a supplier whose DEA number has a wrong check digit', async () => {
    const id = await ask();
    const shown = await world.desk.prepareDocument(
      id,
      edits(certificate, { supplier: { deaNumber: 'RM1111118' } }),
    );
    expect(blocks(shown)).toEqual(['order/supplier-dea-invalid']);
  });

  it('a quantity that is no plain number', async () => {
    const id = await ask(seenPage({ lines: [seenLine({ ...oxycodone, packages: '1e2' })] }));
    expect(blocks(await prepare(id, certificate))).toEqual(['order/line-packages-missing']);
  });
});

describe('a page whose columns contradict the product', () => {
  it('is asked about, and its schedule does not take the line out of the comparison', async () => {
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const id = await ask(seenPage({ lines: [seenLine({ ...oxycodone, schedule: 'Rx' })] }));
    const shown = await prepare(id, certificate);
    expect(blocks(shown)).toEqual(['order/line-schedule-unknown']);
    expect(shown.assessment.substances).toHaveLength(1);
    const chosen = (schedule: string) =>
      world.desk.prepareDocument(id, edits(certificate, { lines: { 1: { schedule } } }));
    expect((await chosen('2')).findings.map(({ code }) => code)).not.toContain('order/line-contradiction');
    expect((await chosen('4')).findings.map(({ code }) => code)).toContain('order/line-contradiction');
  });
});

describe('what was found once holds', () => {
  it('a revoked certificate stays revoked when no list can be had any more', async () => {
    const certificate = await importOffline('revoked');
    expect(blocks(await prepare(await ask(), certificate))).toContain('certificate/revoked');
    world.ports.crlsReachable = false;
    const restarted = createCrlStore(world.ports);
    const { request: stored } = (await world.ports.archive.request(await ask())) ?? {};
    if (!stored) throw new Error('no request');
    const shown = await prepareDocument(world.ports, restarted, stored, edits(certificate));
    expect(blocks(shown)).toContain('certificate/revoked');
  });

  it('one cart on one document is one request, and the same lines again are pointed out', async () => {
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const id = await ask();
    expect((await ask(form)).length).toBeGreaterThan(0);
    expect(await world.ports.archive.openRequests()).toHaveLength(1);
    const { document } = await prepare(id, certificate);
    await world.unlock(certificate);
    await approve(id, certificate, document);
    const shown = await prepare(await ask(), certificate);
    expect(shown.findings.map(({ code }) => code)).toContain('order/duplicate-lines');
  });

  it('a request of last year is signed under a number of this year', async () => {
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const id = await ask();
    world.ports.now = Date.parse('2027-01-04T18:00:00Z');
    const shown = await prepare(id, certificate);
    expect(shown.order?.number).toMatch(/^27X/);
    expect((await prepare(id, certificate)).order?.number).toBe(shown.order?.number);
  });

  it('a supplier’s number or an address of ours that is put right while a request waits is what is signed', async () => {
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const id = await ask();
    const profile = demoProfile('meridian', 'integrated');
    const deaNumber = 'BC1234563' as DeaNumber;
    await world.desk.saveSupplier({ ...profile, supplier: { ...profile.supplier, deaNumber } });
    const { registrant } = await world.ports.archive.directory();
    if (!registrant) throw new Error('no location');
    const street = '7 New Street';
    const moved = { ...registrant, address: { ...registrant.address, street } };
    await world.desk.saveRegistrant(moved);
    const shown = await prepare(id, certificate);
    expect(shown.order).toMatchObject({ supplier: { deaNumber }, purchaser: { address: { street } } });
    expect((await world.desk.signView(id)).draft).toMatchObject({ supplier: { deaNumber } });
  });

  it('a key that is here keeps its password when its file is imported again', async () => {
    const certificate = await world.importPfx('full');
    await expect(world.importPfx('full')).rejects.toMatchObject({ code: 'vault/key-present' });
    await expect(world.unlock(certificate)).resolves.toBeUndefined();
  });

  it('the honesty text is accepted by its reader alone', async () => {
    await world.importPfx('full');
    const [dana] = await world.desk.people();
    await expect(world.desk.acceptHonesty({ personId: dana?.id ?? '', pin: '0000' })).rejects.toMatchObject({
      code: 'people/wrong-pin',
    });
    expect((await world.ports.archive.directory()).honesty).toEqual([]);
  });
});

describe('asking too often', () => {
  it('is refused from one origin, whatever the worker forgot', async () => {
    const others = (i: number) => seenPage({ lines: [seenLine({ ...oxycodone, packages: String(i) })] });
    const burst = await Promise.allSettled(Array.from({ length: 60 }, (_, i) => ask(others(i + 1))));
    expect(burst.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    await expect(ask()).rejects.toMatchObject({ code: 'signing/rate-limited' });
    world.ports.now += 61_000;
    await expect(ask()).resolves.toBeTypeOf('string');
  });
});

describe('a key that was deleted in another window', () => {
  it('signs nothing more, though it is still open here', async () => {
    const id = await ask();
    const certificate = await world.importPfx('full');
    await accept(certificate);
    const { document } = await prepare(id, certificate);
    await world.unlock(certificate);
    const personId = (await world.desk.who())?.id ?? '';
    await world.desk.removeKey({ certificate, personId, pin: PIN });
    expect(world.keys.held()?.certificate).toBe(certificate);
    await expect(approve(id, certificate, document)).rejects.toMatchObject({ code: 'vault/key-missing' });
    await isUnsigned(id);
  });
});
