import { limits } from '@/lib/base';
import * as v from 'valibot';
import { missReasons, type CountsUndone, type CountsWritten } from './counts';

const number = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(limits.orderMaxLines));

/** What a page's script says of counts that it wrote: it lives beside a hostile page, and is checked too. */
export const countsWrittenSchema = v.object({
  lines: v.pipe(v.array(number), v.maxLength(limits.orderMaxLines)),
  missed: v.pipe(
    v.array(
      v.object({ lineNumber: number, what: v.picklist(['line', 'date']), why: v.picklist(missReasons) }),
    ),
    v.maxLength(2 * limits.orderMaxLines),
  ),
}) satisfies v.GenericSchema<unknown, CountsWritten>;

export const countsUndoneSchema = v.object({
  restored: number,
  left: number,
}) satisfies v.GenericSchema<unknown, CountsUndone>;
