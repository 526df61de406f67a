import * as v from 'valibot';

const whole = v.pipe(v.number(), v.safeInteger());
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const amounts = {
  baseUg: whole,
  milliUnits: whole,
  backUg: v.optional(whole),
  backMilliUnits: v.optional(whole),
};

const run = v.pipe(
  v.looseObject({
    ...{ registrant: v.string(), station: v.string(), prev: hash, hash },
    ...{ from: v.pipe(whole, v.minValue(1)), to: whole },
  }),
  v.check(({ from, to }) => from <= to, 'a run'),
);

const total = v.looseObject({
  ...{ substanceCode: v.string(), supplierId: v.string(), strengthMg: v.pipe(v.number(), v.finite()) },
  ...{ date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)), ...amounts },
});

const stream = v.looseObject({
  ...{ id: v.string(), records: whole },
  parts: v.array(v.looseObject({ of: whole, ...amounts })),
});

/** As much of a purge from outside as is leapt over, or added up, by what it says. */
export const purgeSchema = v.looseObject({
  ...{ gaps: v.array(run), totals: v.array(total), streams: v.optional(v.array(stream)) },
});
