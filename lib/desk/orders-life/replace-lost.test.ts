import { describe, expect, it } from 'vitest';
import type { PlainDate } from '@/lib/base';
import { pageHash } from '@/lib/portal';
import { deskWorld, PIN } from '@/tests/desk/desk-world';
import { methylphenidate, oxycodone, seenLine, seenPage } from '@/tests/desk/seen-page';
import { approveRequest, lookAtPage, openRequest } from '../background';

const form = seenPage({ lines: [seenLine(oxycodone), seenLine(methylphenidate)] });
const PAGE = { origin: 'https://meridian.example', tabId: 1, frameId: 0, documentId: 'doc' };

describe('a replacement of a lost order (1305.26)', () => {
  it('is signed like any order, without a word about the same lines, and both orders name each other', async () => {
    const world = await deskWorld();
    const certificate = await world.importPfx('full');
    const [dana] = await world.desk.people();
    const personId = dana?.id ?? '';
    await world.desk.acceptHonesty({ personId, pin: PIN });
    await world.unlock(certificate);
    const edits = { certificate, lines: {}, supplier: {} };
    const sign = async (requestId: string) => {
      const { document } = await world.desk.prepareDocument(requestId, edits);
      const reason = { kind: 'hospice-ltc', detail: 'a new hospice nearby opened this month' } as const;
      return approveRequest(world.approvalPorts(form), world.crls, {
        ...{ requestId, document: document ?? '', edits, reason },
      });
    };
    const looked = await lookAtPage(world.ports, form, 'https://meridian.example/review');
    const { request } = await openRequest(world.ports, {
      ...{ id: 'first', mode: 'now', draft: looked.draft, pageHash: pageHash(form), page: PAGE },
      ...{ delivery: 'page-field', supplierId: looked.supplier?.id ?? null },
    });
    const first = await sign(request.id);

    const on = async (commandId: string) => {
      const version = (await world.ports.archive.order('first'))?.version ?? 0;
      return { commandId, orderId: 'first', expectedVersion: version, personId, pin: PIN };
    };
    const date = '2026-11-23' as PlainDate;
    await world.desk.recordLost({ ...(await on('lose')), text: 'Lost on the way.', date });
    const id = await world.desk.replaceLost(await on('replace'));
    const shown = await world.desk.prepareDocument(id, edits);
    const codes = shown.findings.map(({ code }) => code);
    expect(codes).not.toContain('order/duplicate-lines');
    const second = await sign(id);
    expect(second.orderNumber).not.toBe(first.orderNumber);
    expect(await world.ports.archive.order('first')).toMatchObject({
      phase: 'lost',
      replacedBy: { orderId: id, number: second.orderNumber },
    });
    expect(await world.ports.archive.order(id)).toMatchObject({
      phase: 'signed',
      replaces: { orderId: 'first', number: first.orderNumber },
    });
    expect((await world.ports.archive.verify()).ok).toBe(true);
  });
});
