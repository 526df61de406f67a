import { clockCases } from './clock/clock-cases';
import type { SignDesk } from './desk';
import { createCrlStore } from './lists/crl-store';
import { orderCases } from './orders';
import { peopleCases } from './people';
import type { DeskPorts } from './ports';
import { signCases } from './sign-view';
import { tokenCases } from './tokens/token-cases';

/** The use cases for the sign window. */
export function openSignDesk(ports: DeskPorts): SignDesk {
  const crls = createCrlStore(ports);
  return {
    ...peopleCases(ports),
    ...signCases(ports, crls),
    ...tokenCases(ports, crls),
    ...clockCases(ports),
    ...orderCases(ports),
  };
}
