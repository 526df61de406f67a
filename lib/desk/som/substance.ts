import type { CutLine, Directory, MonthOfSubstance } from '@/lib/archive';
import { legalDay, type PlainDate } from '@/lib/base';
import { substanceByCode } from '@/lib/drugs';
import {
  limitStanding,
  PICTURE_MONTHS,
  somComponentIds,
  somRuleVersion,
  substancePicture,
  type SubstanceAssessment,
} from '@/lib/som';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { cutView } from './cut-view';
import { judgeLast, lastJudged } from './judge-last';
import { personNamer, supplierNamer } from './names';
import { lastOrdered, readSubstance, since } from './read-substance';
import { reasonsOnRecord } from './reasons-on-record';
import { requireFigures } from './require-figures';
import type { CutView, IncreaseAsked, SomCases, SomSubstanceView } from './views';

/** Everything that is known of one substance, for its page. */
export function somSubstance(ports: DeskPorts): SomCases['somSubstance'] {
  return async (code) => {
    const { archive } = ports;
    const known = substanceByCode(code);
    if (!known) return null;
    await requireFigures(archive);
    const { directory, today, zone } = await situation(ports);
    const { months, past } = await readSubstance(archive, directory, { code, today });
    const own = directory.limits[code] ?? null;
    const limit = own?.units ?? null;
    const picture = substancePicture({ months, past, today, candidate: null, limit });
    const nameOf = supplierNamer(directory);
    const personOf = personNamer(directory);
    const last = lastOrdered(months, today);
    const judged = last === null ? undefined : (await judgeLast(archive, [{ code, last }])).get(code);
    return {
      code,
      name: known.name,
      schedule: known.schedule,
      today,
      picture,
      last: last
        ? {
            ...lastJudged(last, judged),
            components: componentsOf(judged?.substance),
            ruleVersion: somRuleVersion,
          }
        : null,
      limit: limitStanding({ limit, months, candidate: null, today }),
      limitSet: own && { units: own.units, whoName: personOf(own.who), date: legalDay(own.at, zone) },
      reasons: await reasonsOnRecord(ports, { code, today, zone, nameOf: personOf }),
      cuts: cutsOf(months, today, nameOf),
      increases: increasesOf(directory, code, nameOf, personOf),
      supplierNames: Object.fromEntries(
        picture.suppliers.map(({ supplierId }) => [supplierId, nameOf(supplierId)]),
      ),
    };
  };
}

function componentsOf(
  judged: SubstanceAssessment | undefined,
): NonNullable<SomSubstanceView['last']>['components'] {
  const { components = {} } = judged ?? {};
  return somComponentIds
    .flatMap((component) => {
      const strength = components[component];
      return strength === undefined ? [] : [{ component, strength }];
    })
    .sort((a, b) => b.strength - a.strength);
}

/** Newest first, of the months that are shown. */
export function cutsOf(
  months: readonly MonthOfSubstance[],
  today: PlainDate,
  nameOf: (supplierId: string) => string,
  isMeant: (cut: CutLine) => boolean = () => true,
): readonly CutView[] {
  const from = since(today, PICTURE_MONTHS);
  return months
    .flatMap(({ cuts }) => cuts)
    .filter((cut) => cut.date >= from && isMeant(cut))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.orderId < b.orderId ? 1 : -1))
    .map((cut) => cutView(cut, nameOf));
}

function increasesOf(
  { increases }: Directory,
  code: string,
  nameOf: (supplierId: string) => string,
  personOf: (who: string) => string,
): readonly IncreaseAsked[] {
  return increases
    .filter(({ substanceCode }) => substanceCode === code)
    .toReversed()
    .map(({ supplierId, units, reason, date, who }) => ({
      ...{ supplierId, units, reason, date, supplierName: nameOf(supplierId), whoName: personOf(who) },
    }));
}
