import { CountersignError } from '@/lib/base';

/**
 * Why a port ended, by the browser's own message: the only thing that it says. Chromium tells four reasons apart. Firefox
 * has one message for a host that is missing and for one that doesn't name this extension, and none for a host that ended.
 */
const reasons = [
  [/forbidden/i, 'host/forbidden'],
  [/not found|no such native application|not registered|failed to start/i, 'host/missing'],
] as const;

/** `reason` as `NativePort.onDisconnect` tells it. */
export function endedBecause(reason: string | null): CountersignError {
  const known = reasons.find(([pattern]) => reason !== null && pattern.test(reason));
  return new CountersignError(known ? known[1] : 'host/crashed');
}
