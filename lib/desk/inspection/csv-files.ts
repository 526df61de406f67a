import { toCsv, type CsvColumn } from '@/lib/documents';
import type { BesideLineState, BesideState, LineState, OrderState } from '@/lib/order';
import { say } from '@/lib/words';
import type { PackEntry, PackLog } from './pack-log';
import type { PackOrder, PackReceipt } from './pack-order';
import { moment, ndc, schedule } from './said';
import { folderOf, type Section } from './section';

type Row = readonly (string | number | null)[];

const tables = ['orders', 'lines', 'receipts', 'records'] as const;
type Table = (typeof tables)[number];

const nameOf = ({ number, orderId }: OrderState) => number ?? orderId;

/** The tables of one section, for spreadsheets. Rows of plain text and figures; written when all orders have been seen. */
export class CsvFiles {
  readonly #rows: Record<Table, Row[]> = { orders: [], lines: [], receipts: [], records: [] };

  constructor(
    private readonly section: Section,
    private readonly zone: string,
  ) {}

  order(
    { state, supplierName, receipts }: PackOrder,
    lines: readonly LineState[],
    signed: string | null,
    page: string,
  ): void {
    const number = nameOf(state);
    const sum = (of: (line: LineState) => number) => lines.reduce((total, line) => total + of(line), 0);
    this.#rows.orders.push([
      ...[number, state.kind, say(`state.${state.phase}`), state.orderedOn, supplierName],
      ...[
        state.draft.supplier.deaNumber,
        lines.length,
        sum(({ ordered }) => ordered),
        sum(({ received }) => received),
      ],
      ...[
        state.lastReceivedOn,
        state.replaces?.number ?? null,
        state.replacedBy?.number ?? null,
        signed,
        page,
      ],
    ]);
    for (const { line, ordered, shipped, received, voided } of lines)
      this.#rows.lines.push([
        ...[
          number,
          line.lineNumber,
          line.name,
          ndc(line.ndc11),
          line.strength,
          line.form,
          schedule(line.schedule),
        ],
        ...[line.packageSize, ordered, shipped, received, say(voided ? 'pack.yes' : 'pack.no')],
      ]);
    for (const receipt of receipts) this.#receipt(number, receipt, lines);
  }

  #receipt(number: string, receipt: PackReceipt, lines: readonly LineState[]): void {
    for (const { lineNumber, packages, discrepancy, note } of receipt.lines) {
      const found = lines.find(({ line }) => line.lineNumber === lineNumber);
      if (!found) continue;
      this.#rows.receipts.push([
        ...[
          number,
          lineNumber,
          found.line.name,
          receipt.date,
          packages,
          receipt.countedBy,
          receipt.verifiedBy,
        ],
        ...[discrepancy ?? null, [note, receipt.note].filter((one) => one).join('; ')],
        ...[moment(receipt.recordedAt, this.zone), receipt.recordedBy],
      ]);
    }
  }

  record(state: BesideState, lines: readonly BesideLineState[], page: string): void {
    const { record, withdrawn, lastReceivedOn, notifiedOn, form106On } = state;
    for (const { line, received } of lines)
      this.#rows.records.push([
        ...[say(`beside.kind.${record.kind}`), record.reference, record.date, record.other?.name ?? null],
        ...[
          record.other?.deaNumber ?? null,
          line.lineNumber,
          line.name,
          ndc(line.ndc11),
          schedule(line.schedule),
        ],
        ...[
          line.packageSize,
          line.packages,
          line.looseUnits,
          received,
          lastReceivedOn,
          withdrawn,
          notifiedOn,
        ],
        ...[form106On, page],
      ]);
  }

  *files(log: PackLog): Generator<PackEntry> {
    for (const table of tables) {
      const rows = this.#rows[table];
      const titles = say(`pack.csv.${table}`).split(', ');
      const columns = titles.map((title, at): CsvColumn<Row> => ({ title, value: (row) => row[at] ?? null }));
      if (rows.length > 0)
        yield log.entry(`${folderOf[this.section]}/${table}.csv`, toCsv(columns, rows, { bom: true }));
    }
  }
}
