import { detectElements } from '../detect';
import type { PortalProfile } from '../profiles/profile';
import type { SeenRow } from './plan-counts';

/** The page's lines with their elements, as the detector reads them now. */
export function rowsOf(document: Document, profile: PortalProfile | null): SeenRow[] {
  const { page, lines } = detectElements(document, profile ? { profile } : {});
  return lines.flatMap(({ element, values }, at) => {
    const line = page.lines[at];
    return line ? [{ element, line, received: values.received }] : [];
  });
}
