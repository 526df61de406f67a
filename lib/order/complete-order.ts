import { CountersignError, parseDeaNumber, parseOrderNumber, type PlainDate } from '@/lib/base';
import { checkOrder } from './check-order';
import type { DraftLine, DraftParty, Order, OrderDraft, OrderLine, Party } from './order';
import { tidy } from './tidy';

/** What `checkOrder` has just vouched for. */
function sure<T>(value: T | null): T {
  if (value === null)
    throw new CountersignError('internal/unexpected', { detail: 'unchecked gap in an order' });
  return value;
}

function completeParty(party: DraftParty): Party {
  return {
    name: sure(tidy(party.name)),
    deaNumber: sure(parseDeaNumber(sure(party.deaNumber))),
    address: {
      street: sure(tidy(party.address.street)),
      street2: tidy(party.address.street2),
      city: sure(tidy(party.address.city)),
      state: sure(tidy(party.address.state)),
      postalCode: sure(tidy(party.address.postalCode)),
    },
  };
}

function completeLine(line: DraftLine): OrderLine {
  return {
    lineNumber: line.lineNumber,
    // The NDC alone names a product (1305.21(b)(7)); it then stands in the name's place, so that no line is nameless.
    name: tidy(line.name) ?? sure(line.ndc11),
    ndc11: line.ndc11,
    strength: tidy(line.strength),
    form: tidy(line.form),
    packageSize: sure(line.packageSize),
    packages: sure(line.packages),
    schedule: sure(line.schedule),
    itemNumber: tidy(line.itemNumber),
  };
}

/**
 * The order that a draft amounts to, in the one form that is signed. Throws the first finding that blocks as a
 * `CountersignError`; day and registration are the draft's own here, comparing them is `checkOrder`'s business.
 */
export function completeOrder(draft: OrderDraft): Order {
  const today = draft.date ?? ('' as PlainDate);
  const blocking = checkOrder(draft, { today, registrantDea: draft.purchaser.deaNumber ?? '' }).find(
    (found) => found.severity === 'blocks',
  );
  if (blocking) throw new CountersignError(blocking.code, blocking.params);
  return {
    number: sure(parseOrderNumber(sure(draft.number))),
    date: sure(draft.date),
    supplier: completeParty(draft.supplier),
    purchaser: completeParty(draft.purchaser),
    lines: draft.lines.map(completeLine),
  };
}
