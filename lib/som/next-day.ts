import { PAST_DAYS, type SubstancePast } from './past';

/** A past as the morning after sees it: the same orders, a day older, and nothing on the new day yet. */
export function nextDay(past: SubstancePast): SubstancePast {
  const mg = new Float64Array(PAST_DAYS);
  const orders = new Uint16Array(PAST_DAYS);
  mg.set(past.mg.subarray(1));
  orders.set(past.orders.subarray(1));
  return { ...past, today: past.today + 1, mg, orders };
}
