import { single, type Tlv } from '../der/reader';
import { hex, tags } from '../der/values';
import { readName } from './name';

const DIRECTORY_NAME = 0xa4;

/** Text by which two GeneralNames are compared: distinguished names by RFC 5280 7.1, any other octet by octet. */
export function generalNameKey(general: Tlv): string {
  if (general.tag !== DIRECTORY_NAME) return hex(general.raw);
  return nameKeyOf(readName(single(general.content, tags.sequence)).key);
}

/** The same of a distinguished name, given its `Name.key`. */
export function nameKeyOf(key: string): string {
  return `name ${key}`;
}
