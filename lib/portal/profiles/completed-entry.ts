import * as v from 'valibot';

const NO_ADDRESS = { street: null, street2: null, city: null, state: null, postalCode: null };
const NO_COLUMN = { header: null, path: null, index: null };
const NO_VALUE = { label: null, selector: null };

const some = v.looseObject({});
const loose = v.looseObject({
  supplier: v.optional(v.looseObject({ address: v.optional(some, {}) }), {}),
  verified: v.optional(v.unknown(), false),
});

/** Policies have no null: what an entry leaves out is unknown. Anything else than an object is left for the check to refuse. */
export function completedEntry(entry: unknown): unknown {
  const open = v.safeParse(loose, entry);
  if (!open.success) return entry;
  const { supplier, reading, receiving, ...rest } = open.output;
  return {
    ...rest,
    supplier: { name: null, deaNumber: null, ...supplier, address: { ...NO_ADDRESS, ...supplier.address } },
    ...(reading === undefined ? {} : { reading: rulesCompleted(reading) }),
    ...(receiving === undefined ? {} : { receiving: eachCompleted(receiving, NO_COLUMN) }),
  };
}

function rulesCompleted(reading: unknown): unknown {
  const open = v.safeParse(v.looseObject({ lines: v.optional(some), page: v.optional(some) }), reading);
  if (!open.success) return reading;
  const { lines, page, ...rest } = open.output;
  return {
    ...rest,
    ...(lines === undefined
      ? {}
      : {
          lines: {
            ...lines,
            ...(lines.columns === undefined ? {} : { columns: eachCompleted(lines.columns, NO_COLUMN) }),
          },
        }),
    ...(page === undefined ? {} : { page: eachCompleted(page, NO_VALUE) }),
  };
}

function eachCompleted(rules: unknown, missing: object): unknown {
  const open = v.safeParse(some, rules);
  if (!open.success) return rules;
  return Object.fromEntries(
    Object.entries(open.output).map(([field, rule]) => [
      field,
      v.is(some, rule) ? { ...missing, ...rule } : rule,
    ]),
  );
}
