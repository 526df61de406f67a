import { DerError } from '../der/der-error';
import { single, type Bytes, type Tlv } from '../der/reader';
import { latin1, sequenceOf, tags } from '../der/values';
import { readName, type Name } from './name';

/** One GeneralName (RFC 5280 4.2.1.6). `other`: a form that isn't judged, told apart by its tag alone. */
export type GeneralName =
  | { readonly form: 'dns' | 'email' | 'uri'; readonly text: string }
  | { readonly form: 'directory'; readonly name: Name }
  /** Address, or address and mask where it is a name constraint. */
  | { readonly form: 'ip'; readonly bytes: Bytes }
  | { readonly form: 'other'; readonly tag: number };

const TEXT_FORMS: Readonly<Record<number, 'dns' | 'email' | 'uri'>> = {
  0x81: 'email',
  0x82: 'dns',
  0x86: 'uri',
};
/** otherName, x400Address, ediPartyName, registeredID. */
const OTHER_TAGS: ReadonlySet<number> = new Set([0xa0, 0xa3, 0xa5, 0x88]);

export function readGeneralName(tlv: Tlv): GeneralName {
  const text = TEXT_FORMS[tlv.tag];
  if (text !== undefined) return { form: text, text: ia5Text(tlv.content) };
  if (tlv.tag === 0xa4) return { form: 'directory', name: readName(single(tlv.content, tags.sequence)) };
  if (tlv.tag === 0x87) return { form: 'ip', bytes: tlv.content };
  if (OTHER_TAGS.has(tlv.tag)) return { form: 'other', tag: tlv.tag };
  throw new DerError(`no general name has tag ${tlv.tag.toString(16)}`);
}

/** The value of subjectAltName or issuerAltName; an address is one of IPv4 or IPv6. */
export function readAltNames(value: Bytes): readonly GeneralName[] {
  const names = [...sequenceOf(value).rest()].map(readGeneralName);
  if (names.length === 0) throw new DerError('no alternative name');
  for (const name of names) {
    if (name.form === 'ip' && name.bytes.length !== 4 && name.bytes.length !== 16)
      throw new DerError(`address of ${name.bytes.length} octets`);
  }
  return names;
}

function ia5Text(bytes: Bytes): string {
  if (bytes.some((byte) => byte >= 0x80)) throw new DerError('name beyond ASCII');
  return latin1(bytes);
}
