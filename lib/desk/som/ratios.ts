import type { Archive } from '@/lib/archive';
import { addDays, daysBetween, type PlainDate } from '@/lib/base';
import { BLOCK_DAYS, BLOCKS, ratiosOf, RatioTally, type RatioBlock, type RatioView } from '@/lib/som';
import { say } from '@/lib/words';
import { situation } from '../context';
import type { DeskPorts } from '../ports';
import { boughtBetween } from './bought';
import { dispensedSpans } from './dispensed-spans';
import { requireFigures } from './require-figures';
import type { RatioHeadline, SomCases } from './views';

/** A dispensing report that ends earlier than this says nothing of now. */
const STALE_DAYS = 60;

/** Ratios from what was dispensed, where the last 90 days of that are here and not old; from orders otherwise. */
export function ratioCases(ports: DeskPorts): Pick<SomCases, 'somRatios' | 'ratioHeadline'> {
  const ratios = async (): Promise<RatioView> => {
    const { archive } = ports;
    await requireFigures(archive);
    const { directory, today } = await situation(ports);
    const spans = dispensedSpans(directory, today);
    const dispensed = lastDispensed(spans, today);
    const end = dispensed ?? today;
    // One block more than is shown: whether the oldest is whole.
    const from = addDays(end, 1 - BLOCK_DAYS * (BLOCKS + 1));
    const orders = new RatioTally(end);
    for await (const fact of boughtBetween({ archive, directory, from, to: end })) orders.add(fact);
    if (dispensed === null) return ratiosOf(orders, 'orders');
    const { strengths } = ratiosOf(orders, 'orders');
    // A report's sums don't hold strengths: those are of what was ordered.
    return { ...ratiosOf(await tallyDispensed(archive, from, end), 'dispensing', spans), strengths };
  };
  return {
    somRatios: ratios,
    async ratioHeadline() {
      return headlineOf(await ratios());
    },
  };
}

/** The last day of the newest span that reaches over a whole block and isn't old. */
function lastDispensed(spans: readonly RatioBlock[], today: PlainDate): PlainDate | null {
  const last = spans.findLast(({ from, to }) => daysBetween(from, to) >= BLOCK_DAYS - 1);
  return last && daysBetween(last.to, today) <= STALE_DAYS ? last.to : null;
}

async function tallyDispensed(archive: Archive, from: PlainDate, to: PlainDate): Promise<RatioTally> {
  const tally = new RatioTally(to);
  for (const { date, substanceCode, units, mme } of await archive.dispensed(from, to))
    tally.add({ date, substanceCode, units, strengthMg: null, mme });
  return tally;
}

function headlineOf({ all, blocks, gaps }: RatioView): RatioHeadline {
  const [now] = all.ratios.slice(-1);
  const last = blocks.at(-1);
  if (now === undefined || now === null || !last) {
    const [gap = 'no-figures'] = gaps;
    return { checked: false, sentence: say(`ratios.unchecked.${gap}`) };
  }
  const earlier = all.ratios.slice(0, -1).flatMap((ratio) => (ratio === null ? [] : [ratio]));
  const params = { ...last, share: hundredth(now) };
  if (earlier.length === 0) return { checked: true, sentence: say('ratios.headline-first', params) };
  const mean = earlier.reduce((sum, ratio) => sum + ratio, 0) / earlier.length;
  return { checked: true, sentence: say('ratios.headline', { ...params, earlier: hundredth(mean) }) };
}

/** Of a hundred, with one digit. */
function hundredth(ratio: number): number {
  return Math.round(ratio * 1_000) / 10;
}
