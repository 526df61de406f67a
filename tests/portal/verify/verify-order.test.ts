import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  fixedClock,
  parseNdc,
  parseSchedule,
  systemClock,
  type DeaNumber,
  type OrderNumber,
  type PlainDate,
} from '@/lib/base';
import { writeCsosOrder } from '@/lib/documents';
import type { Party } from '@/lib/order';
import { freePort } from '../../e2e/harness/free-port';
import { demoRegistrants, type DemoRegistrant } from '../../pki/demo-registrants';
import { makeDemoPki, type DemoPki } from '../../pki/make-demo-pki';
import type { CartLine } from '../book/cart';
import { startPortals, type Portals } from '../start-portals';
import { portalCustomer, type Customer } from '../testing/customer';
import { sampleDocument } from '../testing/sample-document';
import { signWithOpenssl } from '../testing/sign-with-openssl';

const folder = mkdtempSync(join(tmpdir(), 'portal-test-'));
const DAY_MS = 86_400_000;
let pki: DemoPki;
let portals: Portals;
let customer: Customer;
let cart: readonly CartLine[];
let today: string;
let used = 0;

function partyOf({ name, deaNumber, address }: DemoRegistrant): Party {
  const { street, city, state, zip } = address;
  return {
    name,
    deaNumber: deaNumber as DeaNumber,
    address: { street, street2: null, city, state, postalCode: zip },
  };
}

/** A number that no order here has used. */
function freshNumber(): string {
  return `${today.slice(2, 4)}XT${String(++used).padStart(5, '0')}`;
}

function document(changes: Partial<Parameters<typeof sampleDocument>[0]> = {}): string {
  return sampleDocument({ number: freshNumber(), date: today, cart, ...changes });
}

function sign(content: string, pfx = pki.pfx.full): string {
  return signWithOpenssl(pfx, pki.password, content);
}

function submit(signedOrder: string, by = customer): Promise<string> {
  return by.post('/order/submit.asp', { signedOrder });
}

async function order(by: Customer): Promise<void> {
  const boxes = cart.map(({ item, packages }) => [`qty_${item.itemNumber}`, String(packages)]);
  await by.post('/order/entry.asp', Object.fromEntries(boxes) as Record<string, string>);
}

async function answerTo(content: string, pfx = pki.pfx.full): Promise<string> {
  return submit(sign(content, pfx));
}

async function fill(quantities: Readonly<Record<number, number>>): Promise<void> {
  const { items } = portals.state.meridian.catalogue;
  cart = Object.entries(quantities).flatMap(([position, packages], i) => {
    const item = items[Number(position)];
    return item ? [{ lineNumber: i + 1, item, packages }] : [];
  });
  await order(customer);
}

beforeAll(async () => {
  const port = await freePort(0);
  if (port === null) throw new Error('no free port');
  pki = makeDemoPki({
    dir: join(folder, 'pki'),
    crlBase: `http://localhost:${port}`,
    now: systemClock.now(),
  });
  portals = await startPortals({ pkiDir: pki.dir, ports: { pki: port, meridian: 0, harbor: 0, cascade: 0 } });
}, 120_000);

afterAll(async () => {
  await portals.stop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  portals.state.pki.crlReachable = true;
  portals.state.meridian.reset();
  customer = await portalCustomer(portals.urls.meridian, '/signin.asp');
  today = portals.state.meridian.today();
  await fill({ 0: 3, 3: 6, 4: 2 });
});

describe('before any revocation list was fetched', () => {
  it('does not accept an order whose signer can not be looked up, and does once it can', async () => {
    portals.state.pki.crlReachable = false;
    expect(await answerTo(document())).toContain(
      'Not accepted: The revocation list of the signer’s certification authority could not be obtained.',
    );
    portals.state.pki.crlReachable = true;
    expect(await answerTo(document())).toContain('Accepted. Your CSOS order was received');
  });

  it('uses a list that it has already until that ends', async () => {
    portals.state.pki.crlReachable = false;
    expect(await answerTo(document())).toContain('Accepted. Your CSOS order was received');
  });
});

describe('a right order', () => {
  it('is accepted, kept verbatim, and listed with its lines', async () => {
    const content = document();
    const number = /\d\dX\w{6}/.exec(content)?.[0] ?? '';
    const cms = sign(content);
    expect(await submit(cms)).toContain(`CSOS # ${number}`);
    const kept = portals.state.meridian.find(number);
    expect(kept?.verdict).toBe('accepted');
    expect(Buffer.from(kept?.cms ?? []).toString('base64')).toBe(cms);
    expect(kept?.lines.map((line) => line.ordered)).toEqual([3, 6, 2]);
    expect(await customer.open('/csos/status.asp')).toMatch(new RegExp(`${number} \\S+ 3 Accepted`));
  });

  it('is accepted through base64 that is folded into lines', async () => {
    const cms = sign(document()).replace(/.{64}/g, '$&\r\n');
    expect(await submit(cms)).toContain('Accepted.');
  });

  it('may come as the document that Countersign writes', async () => {
    const purchaser = partyOf(demoRegistrants.pharmacy);
    const lines = cart.map(({ lineNumber, item, packages }) => ({
      lineNumber,
      name: item.name,
      ndc11: parseNdc(item.ndc),
      strength: item.strength,
      form: item.form,
      packageSize: item.packageSize,
      packages,
      schedule: parseSchedule(item.schedule) ?? 'none',
      itemNumber: item.itemNumber,
    }));
    const bytes = writeCsosOrder({
      number: freshNumber() as OrderNumber,
      date: today as PlainDate,
      supplier: partyOf(demoRegistrants.suppliers.meridian),
      purchaser,
      lines,
    });
    expect(await answerTo(new TextDecoder().decode(bytes))).toContain('Accepted.');
  });

  it('may be signed under a narrower certificate when its schedules allow', async () => {
    await fill({ 7: 1, 9: 2 });
    expect(await answerTo(document(), pki.pfx.low)).toContain('Accepted.');
  });
});

describe('an order that is not accepted', () => {
  it('was changed after signing', async () => {
    const cms = Buffer.from(sign(document()), 'base64').toString('latin1');
    const changed = cms.replace('<QuantityOrdered>3<', '<QuantityOrdered>9<');
    expect(changed).not.toBe(cms);
    expect(await submit(Buffer.from(changed, 'latin1').toString('base64'))).toContain(
      'Not accepted: The order was changed after it was signed.',
    );
  });

  it('carries a signature that does not fit', async () => {
    const cms = Buffer.from(sign(document()), 'base64');
    cms.writeUInt8(cms.readUInt8(cms.length - 20) ^ 1, cms.length - 20);
    expect(await submit(cms.toString('base64'))).toContain('The signature does not fit');
  });

  it('is signed with SHA-1', async () => {
    const weak = signWithOpenssl(pki.pfx.full, pki.password, document(), '-md', 'sha1');
    expect(await submit(weak)).toContain('Not accepted: The signature does not use SHA-2.');
  });

  it.each([
    ['empty', ''],
    ['not base64', 'foo bar'],
    ['no CMS', Buffer.from('<CSOSOrderRequest/>').toString('base64')],
  ])('is %s', async (_name, delivered) => {
    expect(await submit(delivered)).toContain('What was delivered is not a signed order');
  });

  it.each([
    ['under a root that nobody trusts', () => pki.strangerPfx, 'does not lead to the root that we trust'],
    ['with a revoked certificate', () => pki.pfx.revoked, 'The signer’s certificate is revoked.'],
    ['with an expired certificate', () => pki.pfx.expired, 'The signer’s certificate is expired.'],
    [
      'with a coordinator’s certificate',
      () => pki.pfx.coordinator,
      'was not issued for DEA number FM1234563',
    ],
    [
      'with another registrant’s certificate',
      () => pki.pfx['other-registrant'],
      'was not issued for DEA number FM1234563',
    ],
    [
      'with a certificate for other schedules',
      () => pki.pfx.low,
      'Line 3 is schedule 2N; the signer’s certificate allows 3, 3N, 4, 5.',
    ],
  ])('is signed %s', async (_name, pfx, reason) => {
    const answer = await answerTo(document(), pfx());
    expect(answer).toContain('Not accepted:');
    expect(answer).toContain(reason);
  });

  it('names another purchaser than the account, though rightly signed', async () => {
    const buyerDea = demoRegistrants.otherPharmacy.deaNumber;
    expect(await answerTo(document({ buyerDea }), pki.pfx['other-registrant'])).toContain(
      `Not accepted: DEA number ${buyerDea} is not that of your account.`,
    );
  });

  it.each([
    ['number', /<UniqueTransactionNumber>.*?<\/UniqueTransactionNumber>/, 'unique tracking number'],
    ['purchaser', /<Buyer>.*?<\/Buyer>/, 'purchaser’s DEA number'],
    ['supplier’s name', /<Name>.*?<\/Name>/, 'supplier’s name'],
    ['supplier’s city', /<City>.*?<\/City>/, 'supplier’s city'],
    ['date', /<PODate>.*?<\/PODate>/, 'date signed'],
    ['package size', /<SizeOfPackages>.*?<\/SizeOfPackages>/, 'package size of line 1'],
    ['packages', /<QuantityOrdered>.*?<\/QuantityOrdered>/, 'number of packages of line 1'],
  ])('lacks the %s', async (_name, element, field) => {
    const content = document();
    expect(content).toMatch(element);
    expect(await answerTo(content.replace(element, ''))).toContain(
      `Not accepted: The order lacks the ${field} (21 CFR 1305.21).`,
    );
  });

  it.each([
    [
      'another supplier',
      (text: string) => text.replaceAll('RM1111119', 'RH2222228'),
      'The order is for another supplier (RH2222228).',
    ],
    [
      'a product twice',
      (text: string) =>
        text.replace(/<OrderItem>.*?<\/OrderItem>/, '$&$&').replace('<NoOfLines>3', '<NoOfLines>4'),
      'The order names a product twice.',
    ],
    [
      'a wrong count of lines',
      (text: string) => text.replace('<NoOfLines>3', '<NoOfLines>2'),
      'The order says 2 lines and holds 3.',
    ],
    [
      'other quantities than the cart',
      (text: string) => text.replace('Ordered>6<', 'Ordered>60<'),
      'Line 2 orders 60 packages, your cart has 6.',
    ],
    [
      'another package',
      (text: string) => text.replace('Packages>100<', 'Packages>500<'),
      'Line 1 names a package of 500, ours holds 100.',
    ],
    [
      'a product outside the cart',
      (text: string) => text.replace(/97104055201/, '97104055601'),
      'is not in your cart.',
    ],
    [
      'less than the cart',
      (text: string) => text.replace(/<OrderItem>.*?<\/OrderItem>/, ''),
      'is in your cart and not in the signed order.',
    ],
    [
      'two numbers',
      (text: string) =>
        text.replace(
          /<UniqueTransactionNumber>.*?<\/UniqueTransactionNumber>/,
          '$&<UniqueTransactionNumber>99XAAAAAA</UniqueTransactionNumber>',
        ),
      'UniqueTransactionNumber occurs twice',
    ],
    ['a malformed number', (text: string) => text.replace(/>\d\dXT/, '>26-T'), 'is not a CSOS order number.'],
    [
      'a document type',
      (text: string) => text.replace('<CSOSOrderRequest>', '<!DOCTYPE x><CSOSOrderRequest>'),
      'a document type is not allowed',
    ],
  ])('names %s', async (_name, change, reason) => {
    const content = document();
    const changed = change(content);
    expect(changed).not.toBe(content);
    const answer = await answerTo(changed);
    expect(answer).toContain('Not accepted:');
    expect(answer).toContain(reason);
  });

  it('repeats a number; the order that bears it stands', async () => {
    const number = freshNumber();
    expect(await answerTo(document({ number }))).toContain('Accepted.');
    await fill({ 0: 3, 3: 6, 4: 2 });
    expect(await answerTo(document({ number }))).toContain(
      `Not accepted: Order number ${number} was already used`,
    );
    expect(portals.state.meridian.find(number)?.verdict).toBe('accepted');
  });

  it('keeps its number and statement in the history (21 CFR 1305.25)', async () => {
    const number = freshNumber();
    await answerTo(document({ number }), pki.pfx.revoked);
    expect(await customer.open('/csos/status.asp')).toMatch(new RegExp(`${number} \\S+ 3 Not accepted`));
    expect(await customer.open(`/csos/order.asp?csos=${number}`)).toContain(
      'Not accepted: The signer’s certificate is revoked.',
    );
  });
});

describe('dates', () => {
  const dated = (days: number): string =>
    new Date(Date.parse(`${today}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

  it('refuses an order dated more than a day ahead', async () => {
    const date = dated(3);
    const number = `${date.slice(2, 4)}XT90001`;
    expect(await answerTo(document({ date, number }))).toContain(
      'The order is dated more than one day ahead.',
    );
  });

  it('refuses a date that is not the day of signing', async () => {
    const date = dated(-4);
    const number = `${date.slice(2, 4)}XT90002`;
    expect(await answerTo(document({ date, number }))).toContain('not the day on which it was signed');
  });

  it('refuses a number of another year', async () => {
    const number = `${String(Number(today.slice(2, 4)) - 1).padStart(2, '0')}XT90003`;
    expect(await answerTo(document({ number }))).toContain('does not begin with the year');
  });

  it('does not accept anything once the revocation lists have ended', async () => {
    const late = await startPortals({
      pkiDir: pki.dir,
      ports: { pki: 0, meridian: 0, harbor: 0, cascade: 0 },
      clock: fixedClock(systemClock.now() + 31 * DAY_MS),
    });
    try {
      const lateCustomer = await portalCustomer(late.urls.meridian, '/signin.asp');
      await order(lateCustomer);
      expect(await submit(sign(document()), lateCustomer)).toContain('authority has ended.');
    } finally {
      await late.stop();
    }
  });
});
