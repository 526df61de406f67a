import type { DeaNumber, OrderNumber, PlainDate } from '@/lib/base';
import type { Address, StatementKind } from '@/lib/order';
import { say } from '@/lib/words';

export interface StatementFacts {
  readonly kind: StatementKind;
  readonly order: { readonly number: OrderNumber; readonly date: PlainDate };
  readonly supplier: { readonly name: string; readonly deaNumber: string | null };
  readonly registrant: {
    readonly name: string;
    readonly deaNumber: DeaNumber;
    readonly address: Address;
  };
  /** Who declares it, by name. */
  readonly signer: string;
  /** The day of the statement. */
  readonly date: PlainDate;
  /** Of a lost order: the one that takes its place; null where none does or none is signed yet. */
  readonly replacement?: OrderNumber | null;
  /** Of a cancellation or a loss: why, in the signer's words. */
  readonly reason?: string | null;
  /** Of an order not accepted: what the supplier said. */
  readonly supplierSaid?: string | null;
}

function bodyOf({ kind, order, replacement, supplierSaid }: StatementFacts): string[] {
  const about = { number: order.number, date: order.date };
  if (kind === 'cancellation')
    return [say('statement.cancellation.body', about), say('statement.cancellation.practice')];
  if (kind === 'lost')
    return [
      say('statement.lost.body', about),
      replacement ? say('statement.lost.replaced', { replacement }) : say('statement.lost.not-replaced'),
      say('statement.lost.turns-up'),
    ];
  return [
    say('statement.non-acceptance.body', about),
    ...(supplierSaid
      ? [say('statement.non-acceptance.said'), `“${supplierSaid}”`]
      : [say('statement.non-acceptance.unsaid')]),
    say('statement.non-acceptance.new-order'),
  ];
}

/**
 * The text of a statement, in paragraphs parted by empty lines, ready to be signed. `lost` says what 21 CFR 1305.26 asks
 * for: tracking number and date of the lost order, and that its goods weren't received through loss of that order.
 */
export function statementText(facts: StatementFacts): string {
  const { kind, order, supplier, registrant, signer, date, reason } = facts;
  const { street, street2, city, state, postalCode } = registrant.address;
  const address = [street, street2, city, `${state} ${postalCode}`]
    .filter((part) => part !== null)
    .join(', ');
  const head = [
    say(`statement.title.${kind}`),
    supplier.deaNumber === null
      ? say('statement.to.without-dea', { name: supplier.name })
      : say('statement.to', { name: supplier.name, dea: supplier.deaNumber }),
    say('statement.from', { name: registrant.name, dea: registrant.deaNumber, address }),
    say('statement.order', { number: order.number, date: order.date }),
  ].join('\n');
  return [
    head,
    ...bodyOf(facts),
    ...(reason ? [say('statement.reason', { reason })] : []),
    [
      say('statement.signer', { name: signer, registrant: registrant.name }),
      say('statement.signed', { date }),
      say(`statement.${kind}.rule`),
    ].join('\n'),
  ].join('\n\n');
}
