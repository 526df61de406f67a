import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { orderEventsOf } from '@/lib/archive';
import { sha256Hex, toBase64, utf8, type PlainDate } from '@/lib/base';
import { draftOf, type Statement, type StoredFile } from '@/lib/order';
import { command, fresh } from '@/tests/support/archive';
import { event, sampleOrder, seen } from '@/tests/support/orders';
import { CertificateFiles } from './certificate-files';
import { CsvFiles } from './csv-files';
import { ListFiles } from './list-files';
import { namesOf } from './names';
import { orderFiles } from './order-files';
import { PackLog } from './pack-log';
import { packOrder } from './pack-order';
import type { sections } from './section';
import { namesOnce } from './stems';
import { emptyTally } from './tally';

const bytes = (text: string): StoredFile => ({
  ...{ name: `${text}.pdf`, type: 'application/pdf' },
  ...{ sha256: sha256Hex(utf8(text)), base64: toBase64(utf8(text)) },
});
const statement: Statement = {
  ...{ kind: 'lost' as const, text: 'The order was lost.', signedBy: 'Ana Ruiz', cms: null },
  date: '2026-11-30' as PlainDate,
};

describe('what is linked to an order', () => {
  it('lies in the pack as files of its own: statements, and files also of what was corrected since', async () => {
    const archive = await fresh();
    const draft = { ...draftOf(sampleOrder), lines: draftOf(sampleOrder).lines.slice(0, 1) };
    await archive.append(
      command(
        'order',
        event('order.tracked', { number: sampleOrder.number, draft, supplierId: null, seen }),
        event('order.not-accepted', { statement: '', seen }),
        event('order.statement-linked', { statement: 'No.', file: bytes('wrong'), seen }),
        event('order.lost', { statement }),
      ),
    );
    const linked = orderEventsOf(await archive.events('order')).at(2);
    if (linked?.type !== 'order.statement-linked') throw new Error('no statement');
    const replacement = { ...linked.payload, file: bytes('right') };
    await archive.append(
      command(
        'order',
        event('order.corrected', { corrects: linked.id, replacement, reason: 'another file was chosen' }),
      ),
    );
    const state = await archive.order('order');
    if (!state) throw new Error('no order');
    const names = namesOf([]);
    const order = await packOrder(state, await archive.events('order'), {
      ...{ names, supplierName: null, withSom: false },
    });
    const log = new PackLog();
    const lists = new ListFiles(archive.lists, log);
    const by = <T>(make: (section: (typeof sections)[number]) => T) => ({
      ...{ ii: make('ii'), 'iii-v': make('iii-v'), other: make('other') },
    });
    const pack = {
      ...{ log, lists, letters: [], signatures: [], stemOnce: namesOnce() },
      certificates: new CertificateFiles([], () => Promise.resolve(new Map()), log),
      tallies: by(emptyTally),
      csv: by((section) => new CsvFiles(section, 'UTC')),
    };
    const context = {
      ...{ registrant: { ...sampleOrder.purchaser, zone: 'UTC' }, madeAt: 0, madeBy: '', names, lists },
      ...{ from: statement.date, to: statement.date, withSom: false, withStaff: false },
      numbers: new Set<string>([sampleOrder.purchaser.deaNumber]),
    };
    const text: Record<string, string> = {};
    for await (const { name, input } of orderFiles(order, context, pack))
      text[name.replace('schedule-ii/orders/', '')] = new TextDecoder().decode(input);
    const { number } = sampleOrder;
    expect(text[`${number}-1-right.pdf`]).toBe('right');
    expect(text[`${number}-2-wrong.pdf`]).toBe('wrong');
    expect(text[`${number}-3-statement-lost.txt`]).toBe('The order was lost.');
    const page = text[`${number}.html`] ?? '';
    expect(page).toContain('wrong.pdf (of a record that was corrected or withdrawn)');
    expect(page).not.toContain('right.pdf (of');
    // The record for machines names them by their hashes, and holds no second copy of their bytes.
    expect(text[`${number}.json`]).toContain(bytes('wrong').sha256);
    expect(text[`${number}.json`]).not.toContain(bytes('wrong').base64);
  });
});
