import type { Directory } from './directory';
import type { Envelope } from './envelope';
import type { DispensingImport, MonitoringEvents, ProductSource } from './monitoring-events';
import { put } from './put';
import { without } from './without';

type MonitoringEvent = Envelope<keyof MonitoringEvents>;

/** Whose word stands against whose. */
const WEIGHT: Readonly<Record<ProductSource, number>> = { person: 2, catalogue: 1, page: 0 };

/** What monitoring knows after an event; the very same object where it counts for nothing. */
export function foldMonitoring(before: Directory, event: MonitoringEvent): Directory {
  const said = { at: event.time[0], who: event.who };
  switch (event.type) {
    case 'product.set': {
      const { key, facts, from } = event.payload;
      const known = before.products[key];
      if (known ? WEIGHT[from] < WEIGHT[known.from] : facts === null) return before;
      const { products } = before;
      if (!facts) return { ...before, products: without(products, key) };
      return { ...before, products: { ...products, [key]: { facts, from, ...said } } };
    }
    case 'limit.set': {
      const { substanceCode, units } = event.payload;
      const others = without(before.limits, substanceCode);
      const limits = units === null ? others : { ...others, [substanceCode]: { units, ...said } };
      return { ...before, limits };
    }
    case 'increase.requested':
      return { ...before, increases: [...before.increases, { ...event.payload, ...said }] };
    case 'dispensed.imported':
      return importedPart(before, event);
    case 'dispensed.withdrawn': {
      const { importId, reason } = event.payload;
      const known = before.dispensing.find((one) => one.importId === importId);
      if (!known || known.withdrawn !== null) return before;
      return withImport(before, { ...known, withdrawn: { ...said, reason } });
    }
  }
}

/** A part that came a second time, or belongs to an import that was withdrawn, or to another file, counts for nothing. */
function importedPart(before: Directory, { time, who, payload }: Envelope<'dispensed.imported'>): Directory {
  const { importId, part, file, sha256, rows } = payload;
  const [first] = rows;
  const known = before.dispensing.find((one) => one.importId === importId);
  if (!first || (known && (known.withdrawn !== null || known.parts.includes(part)))) return before;
  if (known && known.sha256 !== sha256) return before;
  const begun = known ?? {
    ...{ importId, file, sha256, at: time[0], who, rows: 0, parts: [] },
    ...{ from: first.date, to: first.date, withdrawn: null },
  };
  let { from, to } = begun;
  for (const { date } of rows) {
    if (date < from) from = date;
    if (date > to) to = date;
  }
  const parts = [...begun.parts, part];
  return withImport(before, { ...begun, from, to, parts, rows: begun.rows + rows.length });
}

function withImport(before: Directory, grown: DispensingImport): Directory {
  const dispensing = put(before.dispensing, grown, ({ importId }) => importId === grown.importId);
  return { ...before, dispensing };
}
