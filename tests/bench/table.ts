import { meets, type Figure } from './figure';

/** A figure as a line for people, with what was promised and whether this run kept it. */
export function line(figure: Figure): string {
  const { name, value, unit, ratio, against, budget, failure } = figure;
  if (value === null) return `${name.padEnd(76)} can't: ${failure ?? 'unknown'}`;
  const beside = ratio === undefined || against === undefined ? '' : `${ratio.toFixed(2)} of ${against}`;
  return `${name.padEnd(76)}${value.toFixed(3).padStart(11)} ${unit}  ${beside}${promise(figure, budget)}`.trimEnd();
}

function promise(figure: Figure, budget: Figure['budget']): string {
  if (budget === undefined) return '';
  const wanted = [
    ...(budget.leastRatio === undefined ? [] : [`at least ${budget.leastRatio.toFixed(2)}`]),
    ...(budget.mostMs === undefined ? [] : [`at most ${budget.mostMs} ms`]),
  ];
  return `; promised ${wanted.join(' and ')}: ${meets(figure) ? 'meets' : 'MISSES'}`;
}
