import { fromBase64, systemClock, toBase64, type OrderNumber } from '@/lib/base';
import { writeCsosOrder } from '@/lib/documents';
import { opensslVerdicts } from '../support/openssl-verdicts';
import { tokenBrowser } from './harness/token-browser';
import { demoOrder } from '../verifier/signed-orders';
import { expect, test } from './harness';

/** A soak of 1,000 is `npm run test:long`; here, enough that a session which lost its place would show. */
const COUNT = Number(process.env.COUNTERSIGN_SIGNATURES ?? 200);

test(`${COUNT} orders signed by a token through the browser’s background with one PIN: OpenSSL accepts each, for its own order`, async ({
  world,
}) => {
  test.setTimeout(240_000);
  const at = systemClock.now();
  const year = demoOrder(at).date.slice(2, 4);
  const documents = Array.from({ length: COUNT }, (_, i) => {
    const number = `${year}X${String(i + 1).padStart(6, '0')}` as OrderNumber;
    return writeCsosOrder(demoOrder(at, { number }));
  });

  const browser = await tokenBrowser(world.pki);
  const messages: Uint8Array[] = [];
  try {
    await browser.unlock();
    const [host] = browser.host.hosts();
    const signed = await browser.sign(documents.map(toBase64), at);
    messages.push(...signed.messages.map((message) => fromBase64(message)));
    // One session: the same process to the end, and none beside it.
    expect(browser.host.hosts()).toEqual([host]);
    await browser.lock();
    await expect.poll(() => [...browser.host.hosts(), ...browser.host.children()]).toEqual([]);
  } finally {
    await browser.close();
  }

  expect(messages).toHaveLength(COUNT);
  const verdicts = await opensslVerdicts(messages, world.pki.root);
  expect(verdicts.filter(({ isGood }) => !isGood).map(({ said }) => said)).toEqual([]);
  const wrong = verdicts.filter(({ content }, i) => !content.equals(documents[i] ?? new Uint8Array()));
  expect(wrong).toHaveLength(0);

  // The check can fail: the content of one is another order's, the root of one is a stranger's.
  const [first] = messages;
  if (!first) throw new Error('nothing was signed');
  const forged = Uint8Array.from(first);
  const digit = Buffer.from(first).indexOf(`${year}X000001`) + 8;
  forged[digit] = '2'.charCodeAt(0);
  const refused = [
    ...(await opensslVerdicts([forged], world.pki.root)),
    ...(await opensslVerdicts([first], world.pki.strangerRoot)),
  ];
  expect(refused.map(({ isGood }) => isGood)).toEqual([false, false]);
});
