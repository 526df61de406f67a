import type { Archive } from '@/lib/archive';
import { CountersignError, type PlainDate } from '@/lib/base';
import { families, substanceByCode } from '@/lib/drugs';
import { judgeReason } from '@/lib/order';
import { monthsUpTo, PICTURE_MONTHS } from '@/lib/som';
import { say } from '@/lib/words';
import { actAs } from '../act-as';
import { requireRegistrant, situation, type Situation } from '../context';
import type { DeskPorts } from '../ports';
import { supplierKeys } from '../supplier-key';
import { supplierNamer } from './names';
import { monthsBySupplier, since } from './read-substance';
import { requireSubstance, requireUnits } from './set-limit';
import { cutsOf } from './substance';
import { requireFigures } from './require-figures';
import type { IncreaseModel, IncreaseWish, SomCases } from './views';

/** The last three full months and the running one. */
const SUMMARY_MONTHS = 4;

/** The request for a higher threshold, as it would be printed; the supplier decides, and its threshold isn't known here. */
export function increaseCases(ports: DeskPorts): Pick<SomCases, 'increaseModel' | 'requestIncrease'> {
  return {
    async increaseModel(wish) {
      const here = await situation(ports);
      return modelOf(ports.archive, here, wish, here.person?.name ?? '');
    },

    async requestIncrease({ commandId, personId, pin, ...wish }) {
      const person = await actAs(ports, { personId, pin }, 'request-increase');
      requireReason(wish);
      const here = await situation(ports);
      const model = await modelOf(ports.archive, here, wish, person.name);
      const { code: substanceCode, supplierId, units } = wish;
      await ports.archive.append({
        commandId,
        who: person.id,
        orderId: null,
        events: [
          {
            type: 'increase.requested',
            payload: { substanceCode, supplierId, units, reason: model.reason, date: here.today },
          },
        ],
      });
      return model;
    },
  };
}

async function modelOf(
  archive: Archive,
  { directory, today }: Situation,
  { code, supplierId, units, reason }: IncreaseWish,
  whoName: string,
): Promise<IncreaseModel> {
  await requireFigures(archive);
  const { name } = requireSubstance(code);
  requireUnits(units);
  const { name: pharmacyName, deaNumber, address } = requireRegistrant(directory);
  const profile = directory.suppliers.find(({ id }) => id === supplierId);
  if (!profile) throw new CountersignError('som/supplier-unknown');
  const from = since(today, PICTURE_MONTHS);
  const months = await monthsBySupplier(archive, directory, { code, from, today });
  const key = supplierKeys(directory);
  const byMonth = new Map(months.map((month) => [month.month, month.suppliers]));
  return {
    pharmacy: { name: pharmacyName, deaNumber, address },
    supplier: profile.supplier,
    substance: { code, name },
    units,
    reason: { kind: reason.kind, detail: reason.detail.trim() },
    date: today,
    whoName,
    months: monthsUpTo(today, SUMMARY_MONTHS),
    families: await familiesOf(archive, today),
    trend: monthsUpTo(today, PICTURE_MONTHS).map((month) => {
      const bought = byMonth.get(month) ?? [];
      return {
        month,
        units: total(bought),
        ofSupplier: total(bought.filter((one) => one.supplierId === supplierId)),
      };
    }),
    cuts: cutsOf(months, today, supplierNamer(directory), (cut) => key(cut.supplierId) === supplierId),
  };
}

async function familiesOf(archive: Archive, today: PlainDate): Promise<IncreaseModel['families']> {
  const from = since(today, SUMMARY_MONTHS);
  const names = monthsUpTo(today, SUMMARY_MONTHS);
  const rows: IncreaseModel['families'][number][] = [];
  for (const { id, codes } of families) {
    const units = names.map(() => 0);
    for (const code of codes)
      for (const { month, suppliers } of await archive.months(code, from, today)) {
        const at = names.indexOf(month);
        if (at >= 0) units[at] = (units[at] ?? 0) + total(suppliers);
      }
    const [first = ''] = codes;
    if (units.some((sum) => sum > 0))
      rows.push({ family: id, name: substanceByCode(first)?.name ?? id, units });
  }
  return rows;
}

function total(bought: readonly { readonly units: number }[]): number {
  return bought.reduce((sum, { units }) => sum + units, 0);
}

/** A reason that says something another one couldn't. Throws `som/reason-unspecific`. */
function requireReason({ reason }: IncreaseWish): void {
  if (judgeReason(reason) !== null)
    throw new CountersignError('som/reason-unspecific', { ask: say(`som-reason.${reason.kind}.ask`) });
}
