// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { SubstancePicture } from '@/lib/som';
import { say } from '@/lib/words';
import { candidatePicture, picture } from '@/tests/gallery/monitoring-fixtures';
import { GapTimeline } from './gap-timeline';
import { layersOf } from './layers';
import { StackedMonths } from './stacked-months';
import { SubstanceChart } from './substance-chart';
import { topOf } from './top-of';
import { TrendLines } from './trend-lines';

afterEach(cleanup);

const draw = (shown: SubstancePicture) =>
  render(<SubstanceChart picture={shown} title="Oxycodone" nameOf={(id) => id.toUpperCase()} />);
const rows = () =>
  within(screen.getByRole('table', { hidden: true }))
    .getAllByRole('row', { hidden: true })
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent));

describe('thirteen months', () => {
  it('stand in the picture and, figure by figure, in the table below it', () => {
    const { container } = draw(candidatePicture);
    const [head, ...body] = rows();
    expect(head).toEqual(['Month', 'MERIDIAN', 'HARBOR', 'CASCADE', 'This order', 'All suppliers']);
    expect(body).toHaveLength(13);
    expect(body[0]).toEqual(['November 2025', '1,800', '300', '0', '–', '2,100']);
    expect(body[12]).toEqual(['November 2026, so far', '2,100', '900', '200', '1,200', '4,400']);
    for (const text of ['Expected this month: 2,060 to 2,980', 'Your limit: 4,000', 'This order: 1,200'])
      expect(screen.getByText(text)).toBeTruthy();
    expect(container.querySelectorAll('rect.chart-candidate[height]')).toHaveLength(2);
    expect(container.innerHTML).not.toContain('NaN');
  });

  it('without an order at hand have no column and no mark for it', () => {
    const { container } = draw({ ...picture, limit: null, expected: null });
    expect(rows()[0]).toEqual(['Month', 'MERIDIAN', 'HARBOR', 'CASCADE', 'All suppliers']);
    expect(container.querySelector('.chart-candidate, .chart-limit')).toBeNull();
  });

  it('say that a limit lies above them rather than being pressed flat by it', () => {
    const { container } = draw({ ...picture, limit: 90_000 });
    expect(screen.getByText(say('chart.limit-above', { units: '90,000' }))).toBeTruthy();
    expect(container.querySelectorAll('.chart-plot .chart-limit')).toHaveLength(0);
    expect(topOf({ ...picture, limit: 90_000 })).toBeLessThan(10_000);
  });

  it('put the suppliers that have no look of their own together, and lose none of their units', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const suppliers = ids.map((supplierId, at) => ({ supplierId, units: 60 - 10 * at }));
    const month = { month: '2026-11', suppliers, total: 210, expected: null };
    const layers = layersOf({ suppliers }, (id) => id);
    expect(layers.map(({ name }) => name)).toEqual(['a', 'b', 'c', say('chart.others')]);
    expect(layers.reduce((sum, layer) => sum + layer.unitsIn(month), 0)).toBe(210);
  });

  it('never draw outside, whatever the figures are', () => {
    const units = fc.oneof(fc.integer({ min: -500, max: 5_000 }), fc.constantFrom(0, 1e9, 0.5));
    fc.assert(
      fc.property(fc.array(units, { minLength: 13, maxLength: 13 }), fc.option(units), (totals, limit) => {
        const shown: SubstancePicture = {
          ...picture,
          months: picture.months.map((month, at) => ({
            ...month,
            suppliers: [{ supplierId: 'meridian', units: totals[at] ?? 0 }],
            total: totals[at] ?? 0,
          })),
          limit: limit === null || limit <= 0 ? null : limit,
        };
        const layers = layersOf(shown, (id) => id);
        const { container } = render(<StackedMonths picture={shown} layers={layers} id="chart" compact />);
        const drawn = [...container.querySelectorAll('.chart-bars rect')];
        for (const rect of drawn) {
          expect(Number(rect.getAttribute('height'))).toBeGreaterThanOrEqual(0);
          expect(Number(rect.getAttribute('y') ?? 0)).toBeGreaterThanOrEqual(0);
        }
        expect(container.innerHTML).not.toMatch(/NaN|Infinity/);
        cleanup();
      }),
      { numRuns: 20 },
    );
  });
});

describe('days between orders', () => {
  it('are drawn and told one by one, with the usual gap', () => {
    const { container } = render(<GapTimeline picture={picture} />);
    expect(container.querySelectorAll('.chart-dot')).toHaveLength(picture.gaps.length);
    expect(screen.getByText(say('chart.gaps-usual', { count: 7 }))).toBeTruthy();
    expect(rows()).toHaveLength(picture.gaps.length + 1);
    expect(rows().at(-1)).toEqual(['Mon 23 Nov 2026', '3']);
  });

  it('need two orders', () => {
    render(<GapTimeline picture={{ gaps: [], usualGap: null }} />);
    expect(screen.getByText(say('chart.gaps-none'))).toBeTruthy();
  });
});

it('a trend leaves a gap where a figure isn’t known, and says so in its table', () => {
  const values = [1, 2, null, 4];
  const { container } = render(
    <TrendLines
      title="Ratio"
      unit="to one"
      format={String}
      points={values.map((value, at) => ({ label: `block ${at}`, value }))}
    />,
  );
  expect(container.querySelectorAll('.chart-path')).toHaveLength(1);
  expect(rows().map(([, said]) => said)).toEqual(['to one', '1', '2', say('chart.unknown'), '4']);
});

it('a long figure beside an axis is told short, whatever form its values have', () => {
  const { container } = render(
    <TrendLines title="Ratio" unit="MME" format={String} points={[{ label: 'Nov', value: 140_000 }]} />,
  );
  const axis = [...container.querySelectorAll('.chart-axis text')].map(({ textContent }) => textContent);
  expect(axis).toContain('100K');
  expect(axis.every((said) => said.length <= 7)).toBe(true);
});
