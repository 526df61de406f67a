/** RFC 5905 6: seconds from 1900-01-01T00:00Z to 1970-01-01T00:00Z. */
const SECONDS_TO_1970 = 2_208_988_800;
const ERA = 2 ** 32;
/** RFC 4330 3: with the highest bit clear it is the next era, which begins in 2036. */
const HALF = 2 ** 31;

/** Milliseconds since 1970 of a 64-bit timestamp at `at`; null where it isn't set. */
export function readNtpTime(packet: DataView, at: number): number | null {
  const seconds = packet.getUint32(at);
  const fraction = packet.getUint32(at + 4);
  if (seconds === 0 && fraction === 0) return null;
  const since1900 = seconds < HALF ? seconds + ERA : seconds;
  return (since1900 - SECONDS_TO_1970 + fraction / ERA) * 1_000;
}

/** The inverse, for those who answer. */
export function writeNtpTime(packet: DataView, at: number, ms: number): void {
  const since1900 = ms / 1_000 + SECONDS_TO_1970;
  const whole = Math.floor(since1900);
  packet.setUint32(at, whole % ERA);
  packet.setUint32(at + 4, Math.floor((since1900 - whole) * ERA));
}
