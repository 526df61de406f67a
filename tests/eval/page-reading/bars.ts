import { parseNdc } from '@/lib/base';
import type { PageTruth } from '../../pages/truth';
import type { PageResult } from './page-result';

export interface Part {
  readonly right: number;
  readonly of: number;
}

/** How well pages were read, each as so many of so many. */
export interface Bars {
  readonly kind: Part;
  /** Lines seen that are lines of the page, with its quantities. */
  readonly precision: Part;
  /** Lines of the page that were seen, with its quantities. */
  readonly recall: Part;
  readonly packageSize: Part;
  readonly schedule: Part;
  /** Of pages whose truth says the number, or says that there is none. */
  readonly orderNumber: Part;
  /** Rows of order histories: number, state and date. */
  readonly orders: Part;
  /** Pages that are none in which an order form was seen. */
  readonly falseForms: Part;
}

/** The least that issue and tests ask of `Bars`; false forms are counted by those avoided. */
export const leastBars: Readonly<Record<keyof Bars, number>> = {
  kind: 0.98,
  precision: 0.99,
  recall: 0.98,
  packageSize: 0.98,
  schedule: 0.98,
  orderNumber: 0.98,
  orders: 0.98,
  falseForms: 1,
};

interface Judged {
  readonly result: PageResult;
  readonly truth: PageTruth;
}

type Row = Readonly<Record<string, unknown>>;

export function barsOf(pages: readonly Judged[]): Bars {
  const sum = (count: (page: Judged) => Part): Part =>
    pages
      .map(count)
      .reduce((all, part) => ({ right: all.right + part.right, of: all.of + part.of }), { right: 0, of: 0 });
  return {
    kind: sum(({ result, truth }) => one(result.kind === truth.kind)),
    precision: sum((page) => ({ right: matches(page).length, of: page.result.lines.length })),
    recall: sum((page) => ({ right: matches(page).length, of: page.truth.lines.length })),
    packageSize: sum((page) => settled(page, 'packageSize')),
    schedule: sum((page) => settled(page, 'schedule')),
    orderNumber: sum(({ result, truth }) =>
      truth.orderNumber === undefined ? { right: 0, of: 0 } : one(result.orderNumber === truth.orderNumber),
    ),
    orders: sum(({ result, truth }) => ({
      right: truth.orders.filter(({ orderNumber, state }) =>
        result.orders.some((is) => is.orderNumber === orderNumber && is.state === state),
      ).length,
      of: Math.max(truth.orders.length, result.orders.length),
    })),
    falseForms: sum(({ result, truth }) =>
      truth.kind === 'none' ? one(result.kind !== 'order-form') : { right: 0, of: 0 },
    ),
  };
}

/** Pairs of a line of the truth and the line that was seen of it, each used once. */
function matches({ result, truth }: Judged): readonly { readonly at: number; readonly seen: Row }[] {
  const left = [...(result.lines as readonly unknown[] as readonly Row[])];
  return truth.lines.flatMap((line, at) => {
    const ndc11 = typeof line.ndc === 'string' ? parseNdc(line.ndc) : null;
    const found = left.findIndex(
      (seen) =>
        (ndc11 !== null
          ? seen.ndc11 === ndc11
          : line.itemNumber !== undefined
            ? seen.itemNumber === line.itemNumber
            : seen.description === line.description) &&
        ['packages', 'shipped', 'received'].every(
          (field) => line[field] === undefined || seen[field] === line[field],
        ),
    );
    const [seen] = found < 0 ? [] : left.splice(found, 1);
    return seen ? [{ at, seen }] : [];
  });
}

function settled(page: Judged, field: 'packageSize' | 'schedule'): Part {
  const judged = matches(page).filter(({ at }) => page.truth.normal?.[at]?.[field] !== undefined);
  return {
    right: judged.filter(({ at, seen }) => seen[field] === page.truth.normal?.[at]?.[field]).length,
    of: judged.length,
  };
}

function one(isRight: boolean): Part {
  return { right: isRight ? 1 : 0, of: 1 };
}

/** The bars as lines for people, those that aren't reached marked. */
export function barLines(bars: Bars): readonly string[] {
  return Object.entries(bars).map(([name, { right, of }]: [string, Part]) => {
    const least = leastBars[name as keyof Bars];
    const share = of === 0 ? 1 : right / of;
    const mark = share < least ? `  below ${(least * 100).toFixed(0)} %` : '';
    return `${name.padEnd(12)} ${right}/${of} ${(share * 100).toFixed(1)} %${mark}`;
  });
}
