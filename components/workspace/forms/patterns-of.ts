const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Match patterns to ask for: of an origin (`http://crl.example:8080`) its own scheme; of a bare host HTTPS, and plain HTTP
 * only on this machine. A grant is for the host; a match pattern carries no port here.
 */
export function patternsOf(hostOrOrigin: string): readonly string[] {
  const text = hostOrOrigin.trim();
  const origin = /^https?:\/\//.test(text) ? URL.parse(text) : null;
  if (origin) return [`${origin.protocol}//${origin.hostname}/*`];
  const host = text.replace(/\/.*$/, '').replace(/:\d+$/, '').toLowerCase();
  return LOOPBACK.test(host) ? [`http://${host}/*`, `https://${host}/*`] : [`https://${host}/*`];
}
