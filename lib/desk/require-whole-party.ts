import type { Registrant } from '@/lib/archive';
import { CountersignError, parseDeaNumber, type DeaNumber } from '@/lib/base';

/** The number as it is registered: a certificate's hash knows no lower case and no spaces. */
export function requireWholeParty(party: Registrant): DeaNumber {
  const deaNumber = parseDeaNumber(party.deaNumber);
  if (deaNumber === null)
    throw new CountersignError('order/purchaser-dea-invalid', { value: party.deaNumber });
  for (const value of [
    party.name,
    party.address.street,
    party.address.city,
    party.address.state,
    party.address.postalCode,
  ])
    if (value.trim() === '')
      throw new CountersignError('input/malformed', { detail: 'a field of the registration is empty' });
  return deaNumber;
}
