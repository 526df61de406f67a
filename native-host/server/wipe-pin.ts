/** Overwrites the octets of a PIN in a request, whether or not it was well-formed. */
export function wipePin(request: unknown): void {
  if (typeof request !== 'object' || request === null || !('params' in request)) return;
  const { params } = request;
  if (typeof params !== 'object' || params === null || !('pin' in params)) return;
  if (Array.isArray(params.pin)) params.pin.fill(0);
}
