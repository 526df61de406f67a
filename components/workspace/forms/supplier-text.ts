import type { PortalProfile } from '@/lib/portal';
import type { AddressText } from './address-fields';

/** A supplier while it is being typed. */
export interface SupplierText {
  readonly name: string;
  readonly deaNumber: string;
  readonly address: AddressText;
  readonly host: string;
  readonly mode: PortalProfile['mode'];
  readonly selector: string;
  /** `file`: the message itself, into a file input. */
  readonly encoding: 'base64' | 'pem' | 'file';
  readonly documentForm: NonNullable<PortalProfile['documentForm']>;
  readonly separateCii: boolean;
}

export function textOf(profile: PortalProfile | null): SupplierText {
  const address = profile?.supplier.address;
  return {
    name: profile?.supplier.name ?? '',
    deaNumber: profile?.supplier.deaNumber ?? '',
    address: {
      street: address?.street ?? '',
      street2: address?.street2 ?? '',
      city: address?.city ?? '',
      state: address?.state ?? '',
      postalCode: address?.postalCode ?? '',
    },
    host: profile?.hosts.join(', ') ?? '',
    mode: profile?.mode ?? 'integrated',
    selector: profile?.deliverTo?.selector ?? '',
    encoding: profile?.deliverTo?.kind === 'file' ? 'file' : (profile?.deliverTo?.encoding ?? 'base64'),
    documentForm: profile?.documentForm ?? 'csos-xml',
    separateCii: profile?.separateCii ?? false,
  };
}

/** The profile that the text describes; null while its name or host is missing. An id once given stays. */
export function profileOf(
  text: SupplierText,
  before: PortalProfile | null,
  taken: readonly string[],
): PortalProfile | null {
  const hosts = text.host
    .split(/[\s,]+/)
    .map(hostOf)
    .filter((host) => host !== '');
  if (text.name.trim() === '' || hosts.length === 0) return null;
  const known = (value: string) => (value.trim() === '' ? null : value.trim());
  const { street, street2, city, state, postalCode } = text.address;
  const selector = text.selector.trim();
  // What the form doesn't show stays: rules of reading, frames, who described the portal.
  const { deliverTo, ...rest } = before ?? {};
  return {
    ...rest,
    id: before?.id ?? freeId(text.name, taken),
    hosts,
    supplier: {
      name: text.name.trim(),
      deaNumber: known(text.deaNumber),
      address: {
        street: known(street),
        street2: known(street2),
        city: known(city),
        state: known(state),
        postalCode: known(postalCode),
      },
    },
    mode: text.mode,
    ...(text.mode === 'integrated' &&
      selector !== '' && { deliverTo: deliveryOf(selector, text.encoding, deliverTo?.encoding) }),
    // The usual form is left unsaid, as in profiles from before there was another.
    ...((text.documentForm !== 'csos-xml' || before?.documentForm !== undefined) && {
      documentForm: text.documentForm,
    }),
    ...((text.separateCii || before?.separateCii !== undefined) && { separateCii: text.separateCii }),
    verified: before?.verified ?? false,
  };
}

/** What a file holds was said in a profile that came as a file, or is the message as it is. */
function deliveryOf(
  selector: string,
  encoding: SupplierText['encoding'],
  before: 'base64' | 'pem' = 'base64',
): NonNullable<PortalProfile['deliverTo']> {
  return encoding === 'file' ? { selector, encoding: before, kind: 'file' } : { selector, encoding };
}

/** People paste addresses; what counts of them is the host, with its port where it has one. */
function hostOf(entry: string): string {
  return entry
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
}

function freeId(name: string, taken: readonly string[]): string {
  const base =
    name
      .trim()
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'supplier';
  let id = base;
  for (let n = 2; taken.includes(id); n += 1) id = `${base}-${n}`;
  return id;
}
