import type { Archive, Directory, HeadRow } from '@/lib/archive';
import { daysBetween, sha256Hex, type PlainDate } from '@/lib/base';
import { toCsv } from '@/lib/documents';
import { say } from '@/lib/words';
import { ownNumbers } from '../registrants';
import { rootsOf } from '../stored-certificates';
import { CertificateFiles } from './certificate-files';
import { CsvFiles } from './csv-files';
import { formerRoots } from './former-roots';
import { checkSteps, howToCheckPage, howToCheckText } from './how-to-check';
import { indexPage } from './index-page';
import { ListFiles } from './list-files';
import { namesOf } from './names';
import { orderFiles } from './order-files';
import type { PackContext } from './pack-context';
import { PackLog, type PackEntry } from './pack-log';
import { packOrder } from './pack-order';
import type { PackState } from './pack-state';
import { poaFiles } from './poa-files';
import { ordersIn, recordsIn, type Scope } from './read-pack';
import { recordFiles } from './record-files';
import { sections, type Section } from './section';
import { namesOnce } from './stems';
import { emptyTally } from './tally';
import type { PackProgress } from './views';

export interface PackPlan extends Omit<Scope, 'numbers'> {
  readonly directory: Directory;
  readonly madeAt: number;
  readonly madeBy: string;
  readonly withSom: boolean;
  readonly withStaff: boolean;
  readonly onProgress: (progress: PackProgress) => void;
  /** Called with the whole pack's figures before its last files: what it answers to is on record then. */
  readonly onWhole: (pack: {
    readonly orders: number;
    readonly records: number;
    readonly manifestSha256: string;
  }) => Promise<void>;
}

const ofEach = <T>(make: (section: Section) => T): Record<Section, T> =>
  Object.fromEntries(sections.map((section) => [section, make(section)])) as Record<Section, T>;

function manifestText(
  { registrant, from, to, madeAt, madeBy, withSom, withStaff }: PackPlan,
  {
    orders,
    records,
    heads,
    log,
  }: { orders: number; records: number; heads: readonly HeadRow[]; log: PackLog },
): string {
  const made = { madeAt: new Date(madeAt).toISOString(), madeBy, withSom, withStaff };
  const what = { format: 'countersign-inspection-pack', version: 1, registrant, from, to };
  return `${JSON.stringify({ ...what, ...made, orders, records, chainHeads: heads, files: log.files }, null, 1)}\n`;
}

/**
 * The files of a pack, one after the other: never more than one order with its records in memory. What is written last
 * tells of what came before.
 */
export async function* packFiles(archive: Archive, plan: PackPlan): AsyncGenerator<PackEntry> {
  const { directory, registrant, from, to } = plan;
  const log = new PackLog();
  const lists = new ListFiles(archive.lists, log);
  const scope: Scope = { ...plan, numbers: ownNumbers(directory, registrant) };
  const context: PackContext = { ...plan, ...scope, names: namesOf(directory.people), lists };
  const pack: PackState = {
    log,
    lists,
    certificates: new CertificateFiles(rootsOf(directory), () => formerRoots(archive), log),
    tallies: ofEach(emptyTally),
    csv: ofEach((section) => new CsvFiles(section, registrant.zone)),
    ...{ letters: [], signatures: [], stemOnce: namesOnce() },
  };
  const total = daysBetween(from, to) + 1;
  let done = 0;
  let orders = 0;
  let records = 0;
  let manifestSha256: string | null = null;
  const tell = () =>
    plan.onProgress({ done, total, orders, records, files: log.files.length, manifestSha256 });
  const onDay = (day: PlainDate) => {
    done = Math.min(Math.max(daysBetween(day, to), done), total - 1);
    tell();
  };

  const heads = (await archive.heads()).filter(
    (head) => head.registrant === '' || scope.numbers.has(head.registrant),
  );
  yield* lists.newest();
  yield* poaFiles(directory, context, log, pack.letters);
  for await (const state of ordersIn(archive, scope, onDay)) {
    const supplier = directory.suppliers.find(({ id }) => id === state.supplierId)?.supplier.name ?? null;
    const events = await archive.events(state.orderId);
    yield* orderFiles(
      await packOrder(state, events, {
        names: context.names,
        supplierName: supplier,
        withSom: context.withSom,
      }),
      context,
      pack,
    );
    orders += 1;
  }
  for await (const state of recordsIn(archive, scope)) {
    const [events, envelopes] = await Promise.all([archive.besideEvents(state.id), archive.events(state.id)]);
    yield* recordFiles(state, events, envelopes, context, pack);
    records += 1;
    tell();
  }
  yield* pack.certificates.rest(pack.signatures);
  for (const section of sections) yield* pack.csv[section].files(log);
  if (plan.withStaff) yield log.entry('staff.csv', staffTable(directory));

  const steps = checkSteps(pack.signatures.length > 0, lists.all.length > 0);
  yield log.entry('HOW-TO-CHECK.txt', howToCheckText(steps));
  yield log.entry('HOW-TO-CHECK.html', howToCheckPage(steps));
  const tables = log.files.map(({ path }) => path).filter((path) => path.endsWith('.csv'));
  const { signers, roots } = pack.certificates;
  const facts = { ...pack, signers, roots, tables, signatures: pack.signatures.length };
  yield log.entry('index.html', indexPage(facts, context));
  const manifest = log.entry('manifest.json', manifestText(plan, { orders, records, heads, log }));
  manifestSha256 = sha256Hex(manifest.input);
  await plan.onWhole({ orders, records, manifestSha256 });
  yield manifest;
  yield log.entry('SHA256SUMS.txt', log.sums());
  done = total;
  tell();
}

function staffTable({ people }: Pick<Directory, 'people'>): string {
  return toCsv(
    [
      { title: say('pack.staff.name'), value: ({ name }) => name },
      { title: say('pack.staff.role'), value: ({ role }) => say(`role.${role}`) },
      { title: say('pack.staff.left'), value: ({ left }) => left ?? null },
    ],
    people,
    { bom: true },
  );
}
