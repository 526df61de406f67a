import { DerError } from '../der/der-error';
import { single, type Bytes } from '../der/reader';
import { tags } from '../der/values';

/**
 * Whether content could itself be a set of signed attributes: then a signature over it, without attributes, may have been
 * cut out of a message whose attributes these are (attacks.md 11), and says nothing about this content.
 */
export function looksLikeAttributes(content: Bytes): boolean {
  try {
    const outer = single(content, undefined, true);
    if (outer.tag !== tags.set && outer.tag !== tags.sequence && outer.tag !== 0xa0) return false;
    return [...outer.reader().rest()].every((attribute) => {
      if (attribute.tag !== tags.sequence) return false;
      return attribute.reader().next().tag === tags.oid;
    });
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}
