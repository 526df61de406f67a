import type { GeneralName } from '../certificate/general-name';
import { isHostName } from '../certificate/name-constraints';
import { hex } from '../der/values';

/** How a doubt is decided: against the name, on whichever list the subtree stands. */
export type Side = 'permitted' | 'excluded';

const URI = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#@:]+)(?::\d*)?(?:[/?#].*)?$/i;
const IPV4 = /^[0-9.]+$/;
/** Longer text is no host, mailbox or address, and reading it once for each of many subtrees would take minutes. */
const MAX_TEXT = 2_048;

export function isSameForm(name: GeneralName, subtree: GeneralName): boolean {
  return name.form === subtree.form && (name.form !== 'other' || name.tag === (subtree as typeof name).tag);
}

/**
 * Whether a name lies within a subtree of its own form (RFC 5280 4.2.1.10). A name that can't be understood, or of a form that
 * isn't judged, lies within none that permit and within all that exclude.
 */
export function isWithin(name: GeneralName, subtree: GeneralName, side: Side): boolean {
  const within = compare(name, subtree, side);
  return within ?? side === 'excluded';
}

/** For people: what a name says. */
export function wordsOf(name: GeneralName): string {
  switch (name.form) {
    case 'directory':
      return name.name.text;
    case 'ip':
      return name.bytes.length === 4 ? [...name.bytes].join('.') : hex(name.bytes);
    case 'other':
      return `[${name.tag & 0x1f}]`;
    default:
      return name.text;
  }
}

/** Null where it can't be told. */
function compare(name: GeneralName, subtree: GeneralName, side: Side): boolean | null {
  if (name.form === 'directory' && subtree.form === 'directory')
    return subtree.name.rdns.every((rdn, i) => rdn === name.name.rdns[i]);
  if (name.form === 'ip' && subtree.form === 'ip') return isAddressWithin(name.bytes, subtree.bytes);
  if ('text' in name && name.text.length > MAX_TEXT) return null;
  if (name.form === 'dns' && subtree.form === 'dns') return isDnsWithin(name.text, subtree.text, side);
  if (name.form === 'email' && subtree.form === 'email')
    return isMailboxWithin(name.text, subtree.text, side);
  if (name.form === 'uri' && subtree.form === 'uri') return isUriWithin(name.text, subtree.text);
  return null;
}

function isAddressWithin(address: Uint8Array, subtree: Uint8Array): boolean {
  const mask = subtree.subarray(address.length);
  return (
    subtree.length === address.length * 2 &&
    address.every((byte, i) => ((byte ^ (subtree[i] as number)) & (mask[i] as number)) === 0)
  );
}

function isDnsWithin(name: string, subtree: string, side: Side): boolean | null {
  const [host, base] = [name.toLowerCase(), subtree.toLowerCase()];
  if (!isHostName(host.replace(/^\*\./, ''))) return null;
  if (base === '' || host === base || host.endsWith(`.${base}`)) return true;
  // A wildcard also stands for hosts that are excluded one by one.
  return side === 'excluded' && host.startsWith('*.') && base.endsWith(host.slice(1));
}

/** A subtree is a mailbox, a host, or all hosts below a domain. Quoted mailboxes have too many spellings to compare. */
function isMailboxWithin(name: string, subtree: string, side: Side): boolean | null {
  const [, local, host] = /^([^@\s"]+)@([^@]+)$/.exec(name) ?? [];
  if (local === undefined || host === undefined || !isHostName(host)) return null;
  const at = subtree.indexOf('@');
  if (at < 0) return isHostWithin(host, subtree);
  const [wanted, given] = [subtree.slice(0, at), local];
  // Which mailboxes are one, only their host knows: spelling them in another case must not get around an exclusion.
  const sameLocal = wanted === given || (side === 'excluded' && wanted.toLowerCase() === given.toLowerCase());
  return sameLocal && isHostWithin(host, subtree.slice(at + 1));
}

function isUriWithin(name: string, subtree: string): boolean | null {
  if (!/^[!-~]+$/.test(name) || name.includes('\\')) return null;
  const host = URI.exec(name)?.[1];
  if (host === undefined || !isHostName(host) || IPV4.test(host)) return null;
  return isHostWithin(host, subtree);
}

/** A leading period means hosts below a domain, and not the domain itself. */
function isHostWithin(name: string, subtree: string): boolean {
  const [host, base] = [name.toLowerCase(), subtree.toLowerCase()];
  return base.startsWith('.') ? host.endsWith(base) && host.length > base.length : host === base;
}
