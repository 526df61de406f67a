import { fromBase64, utf8 } from '@/lib/base';
import { say } from '@/lib/words';
import { attime } from './how-to-check';
import { orderRows } from './index-rows';
import { eventsJson } from './order-json';
import { orderPage } from './order-page';
import type { PackContext } from './pack-context';
import type { PackEntry } from './pack-log';
import type { PackOrder } from './pack-order';
import type { PackState } from './pack-state';
import { bySection, folderOf } from './section';
import { fileName, slug } from './stems';
import { countOrder } from './tally';

interface OrderFile {
  readonly name: string;
  readonly label: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Files and statements that are linked to an order, each as a file of its own. */
function linked({ files, statements }: PackOrder): OrderFile[] {
  return [
    ...files.map(({ name, type, base64, counts }) => ({
      name: fileName(name, type),
      label: counts ? name : say('pack.file-former', { name }),
      bytes: fromBase64(base64),
    })),
    ...statements.flatMap(({ kind, text, cms }) => {
      const name = `statement-${kind}.txt`;
      const signed = `statement-${kind}.p7m`;
      return [
        { name, label: name, bytes: utf8(text) },
        ...(cms === null ? [] : [{ name: signed, label: signed, bytes: fromBase64(cms) }]),
      ];
    }),
  ];
}

/**
 * One order's files, in the folder of each section that it has lines of, so that each folder is whole by itself; and its
 * rows for index and tables.
 */
export async function* orderFiles(
  order: PackOrder,
  context: PackContext,
  pack: PackState,
): AsyncGenerator<PackEntry> {
  const { state, signature } = order;
  const { log, certificates, lists } = pack;
  const relied = signature?.circumstances.revocationLists ?? [];
  if (signature) yield* certificates.chain(signature);
  yield* lists.relied(relied);
  const stem = pack.stemOnce(slug(state.number ?? `tracked-${state.orderedOn}`));
  for (const { section, lines } of bySection(state.lines, ({ line }) => line.schedule)) {
    const folder = `${folderOf[section]}/orders`;
    const signed = signature ? `${folder}/${stem}.p7m` : null;
    if (signature && signed !== null) {
      const seconds = attime(signature.signedAt);
      pack.signatures.push({ seconds, path: signed, lists: lists.pathsFor(relied) });
      yield log.entry(signed, signature.cms);
    }
    const files: { path: string; label: string }[] = [];
    for (const [at, { name, label, bytes }] of linked(order).entries()) {
      const path = `${stem}-${at + 1}-${name}`;
      files.push({ path, label });
      yield log.entry(`${folder}/${path}`, bytes);
    }
    const page = `${folder}/${stem}.html`;
    const json = `${folder}/${stem}.json`;
    const signer = signature && certificates.of(signature);
    yield log.entry(page, orderPage(order, lines, { section, stem, signed, files, signer }, context));
    const about = { orderId: state.orderId, number: state.number, kind: state.kind, state: state.phase };
    const orderedOn = { orderedOn: state.orderedOn, originalHeldBy: order.heldBy };
    yield log.entry(
      json,
      eventsJson(order.events, { withSom: context.withSom, about: { ...about, ...orderedOn } }),
    );
    countOrder(pack.tallies[section], state, lines, orderRows(order, lines, { page, json, signed }));
    pack.csv[section].order(order, lines, signed, page);
  }
}
