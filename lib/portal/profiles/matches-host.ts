/** A host pattern taken apart; `port` null means the scheme's own. */
interface HostPattern {
  readonly host: string;
  readonly withSubdomains: boolean;
  readonly port: string | null;
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const PATTERN = new RegExp(`^(\\*\\.)?(${LABEL}(?:\\.${LABEL})*)(?::(\\d{1,5}))?$`);

/**
 * Reads `portal.example.com`, `*.example.com` or `localhost:4001`; null for anything else. Names in other scripts are
 * written in punycode, as the browser compares them. A star needs two labels after it, so that `*.com` matches nothing.
 */
export function hostPattern(pattern: string): HostPattern | null {
  const match = PATTERN.exec(pattern);
  if (!match) return null;
  const [, star, host = '', port] = match;
  if (star && !host.includes('.')) return null;
  return { host, withSubdomains: star !== undefined, port: port ?? null };
}

/**
 * Whether an address belongs to a host pattern, compared as the browser parsed the address: `ok.example.evil.com`,
 * `ok.example@evil`, a trailing dot, another port or scheme are other places (attacks.md 70). Without a port in the
 * pattern only the scheme's default port matches. Plain HTTP only where the pattern names a port (a local portal).
 */
export function matchesHost(pattern: string, url: string): boolean {
  const wanted = hostPattern(pattern);
  if (!wanted || !URL.canParse(url)) return false;
  const { protocol, hostname, port, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (protocol !== 'https:' && !(protocol === 'http:' && wanted.port !== null)) return false;
  const actualPort = port || (protocol === 'https:' ? '443' : '80');
  if (actualPort !== (wanted.port ?? '443')) return false;
  return hostname === wanted.host || (wanted.withSubdomains && hostname.endsWith(`.${wanted.host}`));
}
