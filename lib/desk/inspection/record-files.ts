import type { Envelope } from '@/lib/archive';
import { fromBase64 } from '@/lib/base';
import type { BesideEvent, BesideState } from '@/lib/order';
import { recordRows } from './index-rows';
import { eventsJson } from './order-json';
import type { PackContext } from './pack-context';
import type { PackEntry } from './pack-log';
import type { PackState } from './pack-state';
import { recordPage } from './record-page';
import { bySection, folderOf } from './section';
import { fileName, slug } from './stems';
import { countRecord } from './tally';

/** A record beside CSOS, as `orderFiles`. */
export function* recordFiles(
  state: BesideState,
  events: readonly BesideEvent[],
  envelopes: readonly Envelope[],
  context: PackContext,
  pack: PackState,
): Generator<PackEntry> {
  const { record } = state;
  const stem = pack.stemOnce(slug(`${record.kind}-${record.reference ?? record.date}`));
  for (const { section, lines } of bySection(state.lines, ({ line }) => line.schedule)) {
    const folder = `${folderOf[section]}/records`;
    const files: { path: string; label: string }[] = [];
    for (const [at, { name, type, base64 }] of record.files.entries()) {
      const path = `${stem}-${at + 1}-${fileName(name, type)}`;
      files.push({ path, label: name });
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
