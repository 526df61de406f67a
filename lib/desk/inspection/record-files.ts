import type { Envelope } from '@/lib/archive';
import { fromBase64 } from '@/lib/base';
import type { BesideEvent, BesideRecord, BesideState } from '@/lib/order';
import { say } from '@/lib/words';
import { recordRows } from './index-rows';
import { eventsJson } from './order-json';
import type { PackContext } from './pack-context';
import type { PackEntry } from './pack-log';
import type { PackFile } from './pack-order';
import type { PackState } from './pack-state';
import { recordPage } from './record-page';
import { bySection, folderOf } from './section';
import { fileName, slug } from './stems';
import { countRecord } from './tally';

/** Also those that the record had before it was corrected. */
function filesOf(record: BesideRecord, events: readonly BesideEvent[]): PackFile[] {
  const hashes = new Set(record.files.map(({ sha256 }) => sha256));
  const former = events
    .flatMap((event) =>
      event.type === 'record.entered' || event.type === 'record.corrected' ? event.payload.record.files : [],
    )
    .filter(({ sha256 }) => !hashes.has(sha256) && hashes.add(sha256));
  return [
    ...record.files.map((file) => ({ ...file, counts: true })),
    ...former.map((file) => ({ ...file, counts: false })),
  ];
}

/** A record beside CSOS, as `orderFiles`. */
export function* recordFiles(
  state: BesideState,
  events: readonly BesideEvent[],
  envelopes: readonly Envelope[],
  context: PackContext,
  pack: PackState,
): Generator<PackEntry> {
  const { record } = state;
  const attached = filesOf(record, events);
  const stem = pack.stemOnce(slug(`${record.kind}-${record.reference ?? record.date}`));
  for (const { section, lines } of bySection(state.lines, ({ line }) => line.schedule)) {
    const folder = `${folderOf[section]}/records`;
    const files: { path: string; label: string }[] = [];
    for (const [at, { name, type, base64, counts }] of attached.entries()) {
      const path = `${stem}-${at + 1}-${fileName(name, type)}`;
      files.push({ path, label: counts ? name : say('pack.file-former', { name }) });
      yield pack.log.entry(`${folder}/${path}`, fromBase64(base64));
    }
    const page = `${folder}/${stem}.html`;
    const json = `${folder}/${stem}.json`;
    yield pack.log.entry(page, recordPage(state, events, lines, { section, stem, files }, context));
    const about = { id: record.id, kind: record.kind, reference: record.reference, date: record.date };
    yield pack.log.entry(json, eventsJson(envelopes, { withSom: context.withSom, about }));
    countRecord(pack.tallies[section], state, recordRows(state, lines, { page, json }));
    pack.csv[section].record(state, lines, page);
  }
}
