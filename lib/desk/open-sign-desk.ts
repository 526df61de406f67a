import { clockCases } from './clock/clock-cases';
import type { SignDesk } from './desk';
import { createCrlStore } from './lists/crl-store';
import { orderCases } from './orders';
import { peopleCases } from './people';
import type { DeskPorts } from './ports';
import { signCases } from './sign-view';
import { somPictures } from './som/order-pictures';
import { tokenCases } from './tokens/token-cases';
import { warnedCases } from './warned/warned-cases';

/** The use cases for the sign window. */
export function openSignDesk(ports: DeskPorts): SignDesk {
  const crls = createCrlStore(ports);
  return {
    ...peopleCases(ports),
    ...signCases(ports, crls),
    ...warnedCases(ports),
    somPictures: somPictures(ports),
    ...tokenCases(ports, crls),
    ...clockCases(ports),
    ...orderCases(ports),
  };
}
