import { beforeEach, describe, expect, it } from 'vitest';
import { limits, type DeaNumber, type PlainDate } from '@/lib/base';
import { deskWorld, PIN, type DeskWorld } from '@/tests/desk/desk-world';
import { oxycodone, seenLine, seenPage } from '@/tests/desk/seen-page';
import { lookAtPage, openRequest } from '../background';
import type { PreparedDocument } from '../views';

const URL_A = 'https://meridian.example/review';
const B = 'BC1234563' as DeaNumber;
const day = (text: string) => text as PlainDate;
const PDF = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]);

let world: DeskWorld;
let dana: string;
let commands = 0;
const acting = (personId = dana, pin = PIN) => ({ commandId: `act-${(commands += 1)}`, personId, pin });

beforeEach(async () => {
  world = await deskWorld();
  dana = (await world.desk.who())?.id ?? '';
});

async function addLocation(): Promise<DeaNumber> {
  const registrant = await world.desk.registrant();
  if (!registrant) throw new Error('the world has a registration');
  const second = { ...registrant, deaNumber: B, name: 'Second Pharmacy' };
  await world.desk.saveLocation({ ...acting(), registrant: second, replaces: null });
  return registrant.deaNumber;
}

let requests = 0;
async function ask(purchaserDea: string | null = null): Promise<string> {
  const page = seenPage({
    lines: [seenLine(oxycodone)],
    purchaserDea:
      purchaserDea === null ? null : { text: purchaserDea, label: null, confidence: 1, where: '' },
  });
  const looked = await lookAtPage(world.ports, page, URL_A);
  const { request } = await openRequest(world.ports, {
    id: `pharmacy-${(requests += 1)}`,
    mode: 'now',
    draft: looked.draft,
    pageHash: null,
    page: null,
    delivery: 'page-field',
    supplierId: looked.supplier?.id ?? null,
  });
  return request.id;
}

const prepare = (id: string, certificate: string) =>
  world.desk.prepareDocument(id, { certificate, lines: {}, supplier: {} });
const codes = ({ findings }: PreparedDocument, severity: 'blocks' | 'warns') =>
  findings.filter((one) => one.severity === severity).map(({ code }) => code);

describe('several locations', () => {
  it('judges an order by its own location, whichever the station works for', async () => {
    const certificate = await world.importPfx('full');
    const a = await addLocation();
    const ofA = await ask();
    await world.desk.chooseRegistrant(B);
    const ofB = await ask();
    const ofPage = await ask(a);
    expect((await world.desk.signView(ofA)).registrant.deaNumber).toBe(a);
    expect((await world.desk.signView(ofB)).registrant).toMatchObject({
      deaNumber: B,
      name: 'Second Pharmacy',
    });
    expect((await world.desk.signView(ofPage)).registrant.deaNumber).toBe(a);
    const judgedA = codes(await prepare(ofA, certificate), 'blocks');
    expect(judgedA).toEqual(['signing/honesty-not-accepted']);
    const judgedB = codes(await prepare(ofB, certificate), 'blocks');
    expect(judgedB).toEqual(
      expect.arrayContaining(['certificate/other-registrant', 'certificate/dea-number-differs']),
    );
    // The window of B's order doesn't even offer A's certificate.
    expect((await world.desk.signView(ofB)).certificates).toEqual([]);
    expect((await world.desk.signView(ofA)).certificates).toHaveLength(1);
    const chains = await Promise.all([ofA, ofB, ofPage].map((id) => world.ports.archive.events(id)));
    expect(chains.map(([first]) => first?.registrant)).toEqual([a, B, a]);
    expect(await world.desk.verifyArchive(() => undefined)).toMatchObject({ ok: true });
  });

  it('knows a supplier only where that location orders from it', async () => {
    const a = await addLocation();
    const [meridian] = (await world.desk.suppliers()).filter(({ id }) => id === 'meridian');
    if (!meridian) throw new Error('the world has this supplier');
    await world.desk.saveSupplierRegistrants(meridian, [B]);
    const page = seenPage({ lines: [seenLine(oxycodone)] });
    const purchaser = async () => (await lookAtPage(world.ports, page, URL_A)).draft.purchaser.deaNumber;
    // One location alone orders from it: what is ordered there is that one's, whichever was chosen.
    expect(await purchaser()).toBe(B);
    const ofA = { text: a, label: null, confidence: 1, where: '' };
    const pageOfA = { ...page, purchaserDea: ofA };
    expect((await lookAtPage(world.ports, pageOfA, URL_A)).supplier).toBeNull();
    await world.desk.chooseRegistrant(B);
    expect((await lookAtPage(world.ports, page, URL_A)).supplier?.id).toBe('meridian');
    await world.desk.saveSupplier({ ...meridian, verified: false });
    expect(await world.desk.supplierRegistrants()).toEqual({ meridian: [B] });
    await world.desk.saveSupplierRegistrants(meridian, null);
    expect(await world.desk.supplierRegistrants()).toEqual({});
  });

  it('refuses a number that is known, and one that is none', async () => {
    const a = await addLocation();
    const registrant = await world.desk.registrant();
    if (!registrant) throw new Error('the world has a registration');
    await expect(
      world.desk.saveLocation({ ...acting(), registrant: { ...registrant, deaNumber: B }, replaces: null }),
    ).rejects.toMatchObject({ code: 'registrant/known' });
    await expect(world.desk.chooseRegistrant('AB1234563' as DeaNumber)).rejects.toMatchObject({
      code: 'registrant/unknown',
    });
    expect((await world.desk.registrants()).map(({ deaNumber, isChosen }) => [deaNumber, isChosen])).toEqual([
      [a, true],
      [B, false],
    ]);
  });
});

describe('people', () => {
  it('lets those who left do nothing more, and begins the six hours for who could sign', async () => {
    const lee = await world.desk.addPerson({ name: 'Lee Park', role: 'signer', pin: '9753' });
    const tess = await world.desk.addPerson({ name: 'Tess Moe', role: 'technician', pin: '1357' });
    await world.desk.signIn(lee.id, '9753');
    await world.importPfx('full');
    const at = world.ports.now - 3_600_000;
    await expect(
      world.desk.removePerson({ ...acting(tess.id, '1357'), leaver: lee.id, at }),
    ).rejects.toMatchObject({ code: 'people/not-allowed' });
    await world.desk.removePerson({ ...acting(), leaver: lee.id, at });
    await world.desk.removePerson({ ...acting(), leaver: tess.id, at });
    expect(await world.desk.who()).toBeNull();
    expect((await world.desk.people()).map(({ name }) => name)).toEqual(['Dana Okafor']);
    expect(await world.desk.staff()).toMatchObject([
      { left: null },
      { left: '2026-11-23' },
      { left: '2026-11-23' },
    ]);
    await expect(world.desk.signIn(lee.id, '9753')).rejects.toMatchObject({ code: 'people/left' });
    await expect(world.desk.removePerson({ ...acting(), leaver: dana, at })).rejects.toMatchObject({
      code: 'people/last-manager',
    });
    const [duty, ...others] = await world.desk.duties();
    expect(others).toEqual([]);
    expect(duty).toMatchObject({
      kind: 'poa-departed',
      about: 'Lee Park',
      dueAt: at + 6 * 3_600_000,
      done: null,
    });
    const done = { ...acting(), duty: duty?.id ?? '', at: world.ports.now, note: 'by phone' };
    await world.desk.settleDuty(done);
    expect(await world.desk.duties()).toMatchObject([{ done: { note: 'by phone' }, doneBy: 'Dana Okafor' }]);
    await expect(world.desk.settleDuty({ ...done, ...acting() })).rejects.toMatchObject({
      code: 'duty/unknown',
    });
  });

  it('changes a PIN for who knows the old one, and resets it by who may', async () => {
    await expect(world.desk.changePin({ personId: dana, pin: '0000', newPin: '8642' })).rejects.toMatchObject(
      {
        code: 'people/wrong-pin',
      },
    );
    await world.desk.changePin({ personId: dana, pin: PIN, newPin: '8642' });
    await expect(world.desk.signIn(dana, PIN)).rejects.toMatchObject({ code: 'people/wrong-pin' });
    const tess = await world.desk.addPerson({ name: 'Tess Moe', role: 'technician', pin: '1357' });
    await expect(
      world.desk.resetPin({ ...acting(tess.id, '1357'), of: dana, newPin: '1111' }),
    ).rejects.toMatchObject({ code: 'people/not-allowed' });
    await world.desk.resetPin({ ...acting(dana, '8642'), of: tess.id, newPin: '2222' });
    expect(await world.desk.signIn(tess.id, '2222')).toMatchObject({ name: 'Tess Moe' });
    await expect(world.desk.addPerson({ name: 'Friend', role: 'pic', pin: '1111' })).rejects.toMatchObject({
      code: 'people/not-allowed',
    });
    await world.desk.signOut();
    await expect(world.desk.addPerson({ name: 'Friend', role: 'pic', pin: '1111' })).rejects.toMatchObject({
      code: 'people/nobody-signed-in',
    });
  });

  it('makes whoever guesses a PIN wait, and nobody else', async () => {
    const tess = await world.desk.addPerson({ name: 'Tess Moe', role: 'technician', pin: '1357' });
    const guess = () => world.desk.signIn(tess.id, '0000');
    // Nothing typed is no guess.
    for (let n = 0; n <= limits.pinFreeTries; n++)
      await expect(world.desk.signIn(tess.id, '')).rejects.toMatchObject({ code: 'people/pin-missing' });
    for (let n = 0; n <= limits.pinFreeTries; n++)
      await expect(guess()).rejects.toMatchObject({ code: 'people/wrong-pin' });
    await expect(guess()).rejects.toMatchObject({
      code: 'people/wait',
      params: { name: 'Tess Moe', count: 5 },
    });
    // The right one waits as well: otherwise the answer would say which is right.
    await expect(world.desk.signIn(tess.id, '1357')).rejects.toMatchObject({ code: 'people/wait' });
    expect(await world.desk.signIn(dana, PIN)).toMatchObject({ name: 'Dana Okafor' });
    world.ports.now += 5_000;
    expect(await world.desk.signIn(tess.id, '1357')).toMatchObject({ name: 'Tess Moe' });
    await expect(guess()).rejects.toMatchObject({ code: 'people/wrong-pin' });
  });
});

describe('the register of letters', () => {
  const grant = (schedules: readonly ('2' | '2N')[], more: { until?: PlainDate; since?: PlainDate } = {}) =>
    world.desk.grantPoa({
      ...acting(),
      letter: {
        personId: lee,
        registrant: a,
        schedules,
        since: more.since ?? day('2026-01-01'),
        until: more.until ?? null,
      },
      file: { name: 'letter.pdf', type: 'application/pdf', bytes: PDF },
    });
  let lee: string;
  let a: DeaNumber;
  let certificate: string;
  let id: string;

  beforeEach(async () => {
    lee = (await world.desk.addPerson({ name: 'Lee Park', role: 'signer', pin: '9753' })).id;
    await world.desk.signIn(lee, '9753');
    certificate = await world.importPfx('full');
    await world.desk.acceptHonesty({ personId: lee, pin: '9753' });
    a = (await world.desk.registrant())?.deaNumber as DeaNumber;
    id = await ask();
  });

  it('warns without a letter, is content with one, and blocks what it leaves out', async () => {
    const without = await prepare(id, certificate);
    expect(codes(without, 'blocks')).toEqual([]);
    expect(codes(without, 'warns')).toContain('poa/no-letter');
    await grant(['2N']);
    expect(codes(await prepare(id, certificate), 'blocks')).toEqual(['poa/schedule-not-covered']);
    await grant(['2']);
    const covered = await prepare(id, certificate);
    expect([codes(covered, 'blocks'), codes(covered, 'warns')]).toEqual([
      [],
      expect.not.arrayContaining(['poa/no-letter']),
    ]);
    const letters = await world.desk.poaLetters();
    expect(letters.map(({ personName, standing }) => [personName, standing])).toEqual([
      ['Lee Park', 'in-force'],
      ['Lee Park', 'in-force'],
    ]);
    expect(letters[0]?.file).toMatchObject({ name: 'letter.pdf', type: 'application/pdf' });
  });

  it('blocks once every letter is over, begins later, or is revoked, which DEA is told within six hours', async () => {
    await grant(['2'], { until: day('2026-11-22') });
    expect(codes(await prepare(id, certificate), 'blocks')).toEqual(['poa/not-in-force']);
    await grant(['2'], { since: day('2026-11-24') });
    expect(codes(await prepare(id, certificate), 'blocks')).toEqual(['poa/not-in-force']);
    await grant(['2'], { until: day('2026-11-23') });
    expect(codes(await prepare(id, certificate), 'blocks')).toEqual([]);
    const letter = (await world.desk.poaLetters()).at(-1)?.id ?? '';
    const revoke = { id: letter, on: day('2026-11-23'), reason: 'moved to another department', file: null };
    await expect(world.desk.revokePoa({ ...acting(), ...revoke, reason: 'short' })).rejects.toMatchObject({
      code: 'record/reason-missing',
    });
    await world.desk.revokePoa({ ...acting(), ...revoke });
    expect(codes(await prepare(id, certificate), 'blocks')).toEqual(['poa/not-in-force']);
    expect(await world.desk.duties()).toMatchObject([
      { kind: 'poa-departed', about: 'Lee Park', dueAt: world.ports.now + limits.poaDepartedMs },
    ]);
    await expect(world.desk.revokePoa({ ...acting(), ...revoke })).rejects.toMatchObject({
      code: 'poa/unknown',
    });
  });

  it('keeps only a PDF or picture of a letter, of a sane size, with days in order', async () => {
    const letter = {
      personId: lee,
      registrant: a,
      schedules: ['2'] as const,
      since: day('2026-01-01'),
      until: null,
    };
    const file = (bytes: Uint8Array<ArrayBuffer>) => ({ name: 'letter.pdf', type: 'application/pdf', bytes });
    const given = (more: object) => world.desk.grantPoa({ ...acting(), letter, file: null, ...more });
    await expect(given({ file: file(new Uint8Array([0x4d, 0x5a])) })).rejects.toMatchObject({
      code: 'poa/file-type',
    });
    const large = new Uint8Array(limits.poaFileMaxBytes + 1);
    large.set(PDF);
    await expect(given({ file: file(large) })).rejects.toMatchObject({ code: 'poa/file-too-large' });
    await expect(given({ letter: { ...letter, schedules: [] } })).rejects.toMatchObject({
      code: 'poa/no-schedules',
    });
    await expect(given({ letter: { ...letter, until: day('2025-01-01') } })).rejects.toMatchObject({
      code: 'poa/dates',
    });
    await expect(given(acting(lee, '0000'))).rejects.toMatchObject({ code: 'people/wrong-pin' });
    expect(await world.desk.poaLetters()).toEqual([]);
  });

  it('lets a key that others know sign nothing, and begins the 24 hours', async () => {
    const substantiatedAt = world.ports.now - 60_000;
    const note = 'the laptop was stolen from the car';
    await world.desk.reportKeyCompromised({ ...acting(lee, '9753'), certificate, substantiatedAt, note });
    expect(codes(await prepare(id, certificate), 'blocks')).toEqual(['certificate/key-compromised']);
    expect(await world.desk.duties()).toMatchObject([
      { kind: 'key-compromised', about: 'Lee Park', dueAt: substantiatedAt + 24 * 3_600_000 },
    ]);
  });
});

describe('settings and enrolment', () => {
  it('keeps what changed, and refuses what the law or the clock forbids', async () => {
    await world.desk.saveSettings({ ...acting(), settings: { retentionYears: 5, quietFrom: '22:00' } });
    expect(await world.desk.settings()).toMatchObject({
      retentionYears: 5,
      quietFrom: '22:00',
      legalHold: false,
    });
    for (const settings of [
      { retentionYears: 1 },
      { quietUntil: '25:00' },
      { extraHolidays: [day('2026-02-30')] },
    ])
      await expect(world.desk.saveSettings({ ...acting(), settings })).rejects.toMatchObject({
        code: 'settings/invalid',
      });
    const tess = await world.desk.addPerson({ name: 'Tess Moe', role: 'technician', pin: '1357' });
    await expect(
      world.desk.saveSettings({ ...acting(tess.id, '1357'), settings: { separateCii: true } }),
    ).rejects.toMatchObject({ code: 'people/not-allowed' });
  });

  it('leads from the application to the first signature', async () => {
    const next = async () =>
      (await world.desk.enrolment()).map(({ about, steps }) => [
        about,
        steps.find(({ state }) => state === 'next')?.step,
      ]);
    expect(await next()).toEqual([[dana, 'application']]);
    await world.desk.tickStep({ step: 'application', about: dana, done: true });
    expect(await next()).toEqual([[dana, 'registrations-listed']]);
    await world.desk.tickStep({ step: 'application', about: dana, done: false });
    expect(await next()).toEqual([[dana, 'application']]);
    await world.importPfx('full');
    expect(await next()).toEqual([[dana, 'first-signature']]);
  });
});
