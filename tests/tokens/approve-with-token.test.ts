import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromBase64 } from '@/lib/base';
import { approveRequest, lookAtPage, openRequest } from '@/lib/desk/background';
import { deskPki } from '../desk/desk-pki';
import { deskWorld, PIN, START, type DeskWorld } from '../desk/desk-world';
import { methylphenidate, oxycodone, seenLine, seenPage } from '../desk/seen-page';
import { makeEcSubscriber } from '../pki/make-ec-subscriber';
import type { DemoPki } from '../pki/make-demo-pki';
import { nodeDoor } from '../support/native-port';
import { demoToken, demoTokenPin } from '../support/demo-token';
import {
  makeSoftToken,
  removeSoftTokens,
  softHsmModule,
  type SoftKey,
  type SoftToken,
} from '../support/softhsm';

const page = seenPage({ lines: [seenLine(oxycodone), seenLine(methylphenidate)] });
const PAGE = { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: 'doc' };

let world: DeskWorld;
let dir: string;
let node: ReturnType<typeof nodeDoor>;

async function worldWith(make: (pki: DemoPki) => SoftToken): Promise<SoftToken> {
  // The same set that every desk world stands on.
  const pki = deskPki();
  const token = make(pki);
  node = nodeDoor({ env: { SOFTHSM2_CONF: token.conf } });
  world = await deskWorld({ nativeHost: node.door });
  return token;
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-token-'));
});
afterEach(() => {
  world.keys.lock();
  node.killAll();
  rmSync(dir, { recursive: true });
});

/** Adds the one signing certificate that lies on the token; answers its fingerprint. */
async function addOnly({ module }: SoftToken): Promise<string> {
  // SoftHSM2 always shows one more token, which is empty.
  const view = (await world.desk.tokens(module)).find(({ flags }) => flags.initialized);
  const [choice] = view?.certificates ?? [];
  if (!view || !choice) throw new Error('the token shows no certificate');
  await world.desk.addTokenCertificate({ module, token: view.name, certificate: choice.sha256 });
  const { certificates } = await world.ports.archive.directory();
  await world.desk.acceptHonesty({ personId: certificates[0]?.personId ?? '', pin: PIN });
  return choice.sha256;
}

async function shown(certificate: string): Promise<{ readonly id: string; readonly document: string }> {
  const { draft, supplier } = await lookAtPage(world.ports, page, 'https://meridian.example/review');
  const { request } = await openRequest(world.ports, {
    ...{ id: crypto.randomUUID(), mode: 'now', draft, pageHash: null, page: PAGE, delivery: 'file' },
    supplierId: supplier?.id ?? null,
  });
  const { document, findings } = await world.desk.prepareDocument(request.id, {
    certificate,
    lines: {},
    supplier: {},
  });
  expect(findings.filter(({ severity }) => severity === 'blocks')).toEqual([]);
  return { id: request.id, document: document ?? '' };
}

const approve = (certificate: string, { id, document }: { readonly id: string; readonly document: string }) =>
  approveRequest(world.approvalPorts(page), world.crls, {
    requestId: id,
    document,
    edits: { certificate, lines: {}, supplier: {} },
    reason: { kind: 'hospice-ltc', detail: 'a new hospice nearby opened this month' },
  });

/** Hosts that run: the one that holds the key, and those that were asked something else for a moment. */
const running = () =>
  node.processes.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).length;

/** What OpenSSL reads out of the signed order; throws where it refuses it. */
function verifiedByOpenSsl(cms: string): Uint8Array {
  writeFileSync(join(dir, 'order.p7m'), fromBase64(cms));
  execFileSync('openssl', ['x509', '-inform', 'DER', '-in', world.pki.root, '-out', join(dir, 'root.pem')]);
  const at = ['-attime', String(Math.floor(world.ports.now / 1000)), '-purpose', 'any', '-binary'];
  return new Uint8Array(
    execFileSync(
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
        ...at,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    ),
  );
}

async function signs(certificate: string, pin: string): Promise<void> {
  const asked = await shown(certificate);
  await world.unlockToken(certificate, pin);
  const { cms } = await approve(certificate, asked);
  expect(verifiedByOpenSsl(cms)).toEqual(fromBase64(asked.document));
  const signed = (await world.ports.archive.events(asked.id)).find(({ type }) => type === 'order.signed');
  expect(signed?.payload).toMatchObject({ circumstances: { keyProtection: 'protection.token' } });
  expect(await world.ports.archive.verify()).toMatchObject({ ok: true });
}

describe.skipIf(softHsmModule() === null)(
  'an order signed by a token (needs SoftHSM2: npm run setup)',
  () => {
    it('is accepted by OpenSSL, and the token closes with the key', async () => {
      const token = await worldWith((pki) => demoToken({ dir, pki }));
      await signs(await addOnly(token), demoTokenPin);
      await expect.poll(running, { timeout: 10_000 }).toBe(1);
      world.keys.lock();
      await expect.poll(running, { timeout: 10_000 }).toBe(0);
    });

    it.each(['P-256', 'P-384', 'P-521'])('with a key on %s too', async (curve) => {
      const token = await worldWith((pki) => {
        const ec = makeEcSubscriber(pki, { dir, curve, now: START });
        const key: SoftKey = { label: 'ec', id: '01', key: ec.key, certificate: ec.certificate };
        const issuer: SoftKey = { label: 'Issuing CA', id: 'ca', key: null, certificate: pki.sub };
        return makeSoftToken({ dir, pin: demoTokenPin, keys: [key, issuer] });
      });
      await signs(await addOnly(token), demoTokenPin);
    });

    describe('is not signed', () => {
      let token: SoftToken;
      let certificate: string;
      beforeEach(async () => {
        token = await worldWith((pki) => demoToken({ dir, pki }));
        certificate = await addOnly(token);
      });

      async function isUnsigned(id: string): Promise<void> {
        expect((await world.ports.archive.events(id)).map(({ type }) => type)).not.toContain('order.signed');
        expect((await world.ports.archive.request(id))?.state.phase).toBe('open');
        expect(world.keys.held()).toBeNull();
      }

      it('with a wrong PIN; with the right one afterwards it is', async () => {
        await expect(world.unlockToken(certificate, '1111-1111')).rejects.toMatchObject({
          code: expect.stringMatching(/^token\/wrong-pin/) as string,
        });
        expect(world.keys.held()).toBeNull();
        await signs(certificate, demoTokenPin);
      });

      it('by a token that was taken away meanwhile', async () => {
        const asked = await shown(certificate);
        await world.unlockToken(certificate, demoTokenPin);
        removeSoftTokens(dir);
        await expect(approve(certificate, asked)).rejects.toMatchObject({
          code: expect.stringMatching(/^token\//) as string,
        });
        await isUnsigned(asked.id);
      });

      it('by a host that was killed meanwhile; by the next one it is', async () => {
        const asked = await shown(certificate);
        await world.unlockToken(certificate, demoTokenPin);
        node.processes.at(-1)?.kill('SIGKILL');
        await expect(approve(certificate, asked)).rejects.toMatchObject({ code: 'host/crashed' });
        await isUnsigned(asked.id);
        await world.unlockToken(certificate, demoTokenPin);
        expect(verifiedByOpenSsl((await approve(certificate, asked)).cms)).toEqual(
          fromBase64(asked.document),
        );
      });

      it('after ten minutes without use', async () => {
        const asked = await shown(certificate);
        await world.unlockToken(certificate, demoTokenPin);
        world.ports.now += 10 * 60_000 + 1;
        await expect(approve(certificate, asked)).rejects.toMatchObject({ code: 'vault/locked' });
        await isUnsigned(asked.id);
        await expect.poll(running, { timeout: 10_000 }).toBe(0);
      });
    });

    it('can be listed in one host while another one holds the key', async () => {
      const token = await worldWith((pki) => demoToken({ dir, pki }));
      const certificate = await addOnly(token);
      const asked = await shown(certificate);
      await world.unlockToken(certificate, demoTokenPin);
      expect((await world.desk.tokens(token.module)).map(({ name }) => name.label)).toContain(token.label);
      expect(await world.desk.tokenOf(certificate)).toMatchObject({ flags: { initialized: true } });
      await approve(certificate, asked);
    });

    it('knows the drivers of this computer', async () => {
      const token = await worldWith((pki) => demoToken({ dir, pki }));
      const { modules, fault } = await world.desk.tokenHelper();
      expect(fault).toBeNull();
      expect(modules.filter(({ found }) => found).map(({ path }) => basename(path))).toContain(
        basename(token.module),
      );
      const missing = join(dir, 'no-such-driver.so');
      await expect(world.desk.tokens(missing)).rejects.toMatchObject({ code: 'token/module-missing' });
      await expect(world.desk.tokens('')).rejects.toMatchObject({ code: 'input/malformed' });
    });
  },
);
