import type { NewEvent } from '@/lib/archive';
import { CountersignError, limits, parsePlainDate, type PlainDate } from '@/lib/base';
import {
  checkRecord,
  comesIn,
  foldBeside,
  type BesideRecord,
  type BesideState,
  type ReceivedLine,
} from '@/lib/order';
import type { Act, Person } from '@/lib/people';
import { actAs, type Actor } from '../act-as';
import { requireRegistrant, situation } from '../context';
import { isWritten } from '../orders-life/act-on-order';
import type { DeskPorts } from '../ports';
import { learnListed } from '../products/learn-listed';
import { textNamed } from '../products/learn-unknown';
import { registrantNamed, todayAt } from '../registrants';
import { requireFile } from '../require-file';
import { requireVerifier } from '../require-verifier';
import { besideView } from './beside-view';
import type { BesideCases } from './views';

type On = Actor & { readonly commandId: string; readonly id: string; readonly expectedVersion: number };

/** Throws the first thing that keeps a record from being written down. */
function requireWritable(record: BesideRecord, today: PlainDate): void {
  const [found] = checkRecord(record, today);
  if (found) throw new CountersignError(found.code, found.params);
  record.files.forEach(requireFile);
}

function requireReason(reason: string): string {
  if (reason.trim().length < limits.reasonMinLength)
    throw new CountersignError('record/reason-missing', { min: limits.reasonMinLength });
  return reason.trim();
}

function requirePast(date: PlainDate, today: PlainDate): PlainDate {
  if (parsePlainDate(date) === null || date > today)
    throw new CountersignError('record/date-in-future', { date });
  return date;
}

function requireCounts(state: BesideState, lines: readonly ReceivedLine[]): void {
  if (!comesIn(state.record.kind)) throw new CountersignError('record/nothing-to-receive');
  if (lines.length === 0) throw new CountersignError('receipt/nothing-entered');
  for (const { lineNumber, packages } of lines) {
    const isKnown = state.lines.some(({ line }) => line.lineNumber === lineNumber);
    if (!isKnown || !Number.isInteger(packages) || packages < 0 || packages > limits.packagesMax)
      throw new CountersignError('receipt/quantity-invalid', { line: lineNumber, value: String(packages) });
  }
}

/** Paper forms, invoices, returns, transfers and losses. */
export function besideCases(ports: DeskPorts): BesideCases {
  const { archive } = ports;

  /** Who acts, the record as it stands, and today; then the event that `decide` makes of them, written. */
  async function act(
    on: On,
    kind: Act,
    decide: (state: BesideState, person: Person, today: PlainDate) => NewEvent | Promise<NewEvent>,
  ): Promise<void> {
    const person = await actAs(ports, on, kind);
    const { commandId, id: orderId, expectedVersion } = on;
    // A retry of what was written, a withdrawal among them, changes nothing and isn't refused.
    if (await isWritten(ports, orderId, commandId)) return;
    const state = foldBeside(await archive.besideEvents(orderId));
    if (!state) throw new CountersignError('record/unknown');
    if (state.withdrawn !== null) throw new CountersignError('record/withdrawn');
    const today = todayAt(ports, await situation(ports), state.record.registrant);
    const events = [await decide(state, person, today)];
    await archive.append({ commandId, who: person.id, orderId, expectedVersion, events });
  }

  const requireLoss = ({ record }: BesideState) => {
    if (record.kind !== 'loss') throw new CountersignError('record/not-a-loss');
  };

  return {
    besideRecords: (page) => archive.besideRecords(page),
    besideRecord: (id) => besideView(ports, id),

    async enterRecord({ commandId, record: entered, registrant: wanted, ...actor }) {
      const here = await situation(ports);
      const { directory } = here;
      const person = await actAs(ports, actor, 'enter-record');
      const id = `record-${commandId}`;
      const place = wanted === undefined ? requireRegistrant(directory) : registrantNamed(directory, wanted);
      if (!place) throw new CountersignError('registrant/unknown', { number: wanted ?? '' });
      const record = { ...entered, id, registrant: place.deaNumber };
      requireWritable(record, todayAt(ports, here, place.deaNumber));
      const events: NewEvent[] = [{ type: 'record.entered', payload: { record } }];
      await archive.append({ commandId, who: person.id, orderId: id, events });
      // Its own products alone: all that isn't recognised is looked up when the directory is read in.
      const texts = record.lines.map(({ name, ndc11 }) => textNamed(name, ndc11));
      await learnListed(ports, texts, id);
      return id;
    },

    correctRecord: ({ record: wanted, reason, ...on }) =>
      act(on, 'correct-record', ({ record: { id, kind, registrant } }, _person, today) => {
        const record = { ...wanted, id, kind, registrant };
        requireWritable(record, today);
        return { type: 'record.corrected', payload: { record, reason: requireReason(reason) } };
      }),

    withdrawRecord: ({ reason, ...on }) =>
      act(on, 'correct-record', () => ({
        type: 'record.withdrawn',
        payload: { reason: requireReason(reason) },
      })),

    receiveRecord: ({ lines, date, verifiedBy, note, ...on }) =>
      act(on, 'record-receipt', async (state, person, today) => {
        requireCounts(state, lines);
        if (parsePlainDate(date) === null || date > today)
          throw new CountersignError('receipt/date-in-future', { date });
        const verifier = await requireVerifier(ports, person, verifiedBy);
        const payload = {
          ...{ lines, date, countedBy: person.id, verifiedBy: verifier },
          note: note?.trim() || null,
        };
        return { type: 'record.received', payload };
      }),

    withdrawRecordEntry: ({ entry, reason, ...on }) =>
      act(on, 'correct-record', async () => {
        const view = await besideView(ports, on.id);
        if (!view?.timeline.some(({ id, mayBeTakenBack }) => id === entry && mayBeTakenBack))
          throw new CountersignError('record/unknown');
        const payload = { corrects: entry, reason: requireReason(reason) };
        return { type: 'record.entry-withdrawn', payload };
      }),

    recordLossNotice: ({ date, how, ...on }) =>
      act(on, 'enter-record', (state, _person, today) => {
        requireLoss(state);
        return { type: 'loss.notified', payload: { date: requirePast(date, today), how: how.trim() } };
      }),

    recordForm106: ({ date, reference, ...on }) =>
      act(on, 'enter-record', (state, _person, today) => {
        requireLoss(state);
        const payload = { date: requirePast(date, today), reference: reference?.trim() || null };
        return { type: 'loss.form-106', payload };
      }),
  };
}
