import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { fromBase64 } from '@/lib/base';
import { verifyCms } from '@/lib/pki';
import { deskWorld, KEY_PASSWORD, PIN, START, type DeskWorld } from '@/tests/desk/desk-world';
import { oxycodone, seenLine, seenPage } from '@/tests/desk/seen-page';
import { demoPassword } from '@/tests/pki/demo-subscribers';
import { makeEcSubscriber } from '@/tests/pki/make-ec-subscriber';
import { tempFolder } from '@/tests/support/temp-folder';
import { approveRequest, lookAtPage, openRequest } from './background';

const page = seenPage({ lines: [seenLine(oxycodone)] });

let world: DeskWorld;
beforeEach(async () => {
  world = await deskWorld();
});

function importEc(curve: string) {
  const dir = tempFolder(onTestFinished);
  const { pfx } = makeEcSubscriber(world.pki, { dir, curve, now: START });
  return world.desk.importPfx({
    bytes: new Uint8Array(readFileSync(pfx)),
    filePassword: demoPassword,
    password: KEY_PASSWORD,
    acceptWithoutMac: false,
  });
}

describe('a key on an elliptic curve', () => {
  it.each(['P-256', 'P-384', 'P-521'])('signs an order from the vault: %s', async (curve) => {
    const { sha256: certificate, personId } = await importEc(curve);
    await world.desk.acceptHonesty({ personId, pin: PIN });
    const { draft } = await lookAtPage(world.ports, page, 'https://meridian.example/review');
    const { request } = await openRequest(world.ports, {
      ...{ id: crypto.randomUUID(), mode: 'now', draft, pageHash: null, page: null, delivery: 'file' },
      supplierId: 'meridian',
    });
    const edits = { certificate, lines: {}, supplier: {} };
    const { document } = await world.desk.prepareDocument(request.id, edits);
    await world.unlock(certificate);
    const { cms } = await approveRequest(world.approvalPorts(page), world.crls, {
      ...{ requestId: request.id, document: document ?? '', edits },
      reason: { kind: 'hospice-ltc', detail: 'a new hospice nearby opened this month' },
    });
    const verdict = await verifyCms(fromBase64(cms));
    expect(verdict).toMatchObject({ valid: true, signer: { sha256: certificate } });
  });

  it('on a curve that no order is signed with is refused when it is brought in', async () => {
    await expect(importEc('secp256k1')).rejects.toMatchObject({ code: 'certificate/unsupported-algorithm' });
    expect(await world.ports.vault.certificates()).toEqual(new Set());
  });
});
