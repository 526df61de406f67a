import type { DraftParty } from '@/lib/order';

/** What is known about a supplier's portal: data, never code. */
export interface PortalProfile {
  readonly id: string;
  /** Host patterns as in match patterns' host part: `portal.example.com`, `*.example.com`, `localhost:4001`. */
  readonly hosts: readonly string[];
  readonly supplier: DraftParty;
  /** `integrated`: takes our signature (page API or field). `companion`: signs by itself, we track. */
  readonly mode: 'integrated' | 'companion';
  /** Where a signed order goes on the page; absent for page API and companion. */
  readonly deliverTo?: { readonly selector: string; readonly encoding: 'base64' | 'pem' };
  /** The form in which this supplier takes orders; absent: CSOSOrder in XML. */
  readonly documentForm?: 'csos-xml' | 'x12-850';
  /** This supplier takes schedule II only in orders of its own. */
  readonly separateCii?: boolean;
  /** False until a person confirmed that it reads this portal right. */
  readonly verified: boolean;
}
