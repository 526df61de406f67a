import type { DemoRegistrant } from '../../pki/demo-registrants';

/** A registrant as the portal prints it: itself, or a customer. */
export interface Business {
  readonly name: string;
  readonly deaNumber: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

export function businessOf({ name, deaNumber, address }: DemoRegistrant): Business {
  return {
    name,
    deaNumber,
    street: address.street,
    city: address.city,
    state: address.state,
    postalCode: address.zip,
  };
}
