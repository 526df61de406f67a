import { readNtpTime } from './ntp-time';

/** RFC 5905 7.3: the header without extensions. */
export const PACKET_BYTES = 48;
const ORIGIN = 24;
const RECEIVED = 32;
const SENT = 40;
const CLIENT_V4 = (4 << 3) | 3;
const SERVER = 4;
const UNSYNCHRONISED = 3;
const WORST_STRATUM = 15;
const NONCE_BYTES = 8;

/**
 * A client's request. In place of the time it carries eight random octets, which the server must send back: nobody who
 * doesn't see the request can answer it, and it tells nobody what this computer's clock says.
 */
export function sntpRequest(nonce: Uint8Array): Uint8Array {
  const packet = new Uint8Array(PACKET_BYTES);
  packet[0] = CLIENT_V4;
  packet.set(nonce.subarray(0, NONCE_BYTES), SENT);
  return packet;
}

/** What a server's answer says; `foreign` is no answer to this request, `refused` one that gives no time. */
export type SntpAnswer =
  | { readonly kind: 'time'; readonly receivedMs: number; readonly sentMs: number }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'refused' };

export function readSntpAnswer(packet: Uint8Array, nonce: Uint8Array): SntpAnswer {
  if (packet.length < PACKET_BYTES) return { kind: 'foreign' };
  const view = new DataView(packet.buffer, packet.byteOffset, packet.length);
  const first = view.getUint8(0);
  const version = (first >> 3) & 7;
  const isOurs =
    (first & 7) === SERVER &&
    (version === 3 || version === 4) &&
    Buffer.compare(packet.subarray(ORIGIN, ORIGIN + NONCE_BYTES), nonce.subarray(0, NONCE_BYTES)) === 0;
  if (!isOurs) return { kind: 'foreign' };
  // Stratum 0 is a kiss of death: a server that wants no further questions (RFC 5905 7.4).
  const stratum = view.getUint8(1);
  const receivedMs = readNtpTime(view, RECEIVED);
  const sentMs = readNtpTime(view, SENT);
  const isTime =
    first >> 6 !== UNSYNCHRONISED &&
    stratum >= 1 &&
    stratum <= WORST_STRATUM &&
    receivedMs !== null &&
    sentMs !== null &&
    sentMs >= receivedMs;
  return isTime ? { kind: 'time', receivedMs, sentMs } : { kind: 'refused' };
}
