import type { PortalProfile } from '@/lib/portal';
import { demoRegistrants } from '../pki/demo-registrants';

const { suppliers } = demoRegistrants;

/** A demo supplier's site as the pharmacy set it up. */
export function demoProfile(id: keyof typeof suppliers, mode: PortalProfile['mode']): PortalProfile {
  const { name, deaNumber, address } = suppliers[id];
  const { zip, ...rest } = address;
  return {
    id,
    hosts: [`${id}.example`],
    supplier: { name, deaNumber, address: { ...rest, street2: null, postalCode: zip } },
    mode,
    verified: true,
    ...(mode === 'integrated' && id === 'meridian'
      ? { deliverTo: { selector: '#signed-order', encoding: 'base64' as const } }
      : {}),
  };
}
