import { useState } from 'react';
import type { Fault } from '@/lib/base';

/** Whether the person acknowledged that this is the token's last try: said of one certificate and one try only. */
export function useAcknowledged(certificate: string, fault: Fault | null) {
  const [of, setOf] = useState<{ readonly certificate: string; readonly fault: Fault | null } | null>(null);
  return {
    acknowledged: of !== null && of.certificate === certificate && of.fault === fault,
    acknowledge: (acknowledged: boolean) => setOf(acknowledged ? { certificate, fault } : null),
  };
}
