import { facesOf } from './faces';
import type { Faces } from './faces';
import type { List } from './gather';
import { kindOf } from './kind';
import type { KindFacts } from './kind';
import type { LineValues } from './lines';
import type { Reader } from './reader';

type Root = Document | ShadowRoot;

const DIALOGS = 'dialog[open],[aria-modal="true"],[role="dialog"],[role="alertdialog"]';
const MAX_DIALOGS = 40;
/** Asks about an order, or offers something beside it; the order itself stands under it. */
const ASKING =
  /\b(?:duplicates?|suspicious|unusual|exceed\w*|warning|alert|already|limits?|thresholds?|recent\w*|similar|substitut\w+|alternat\w+|added|are you sure|remove|delete|history|quick view|details)\b/i;

/** An order in a dialog that lies over the page: its lists, and what it says of itself. */
export interface Over {
  readonly lists: readonly List[];
  readonly faces: Faces;
}

/** What stands under an open dialog waits until it is closed, where the dialog shows an order of its own. */
export function orderOver(
  roots: readonly Root[],
  lists: readonly List[],
  reader: Reader,
  facts: (lines: readonly LineValues[]) => KindFacts,
): Over | null {
  for (const root of roots)
    for (const dialog of [...root.querySelectorAll(DIALOGS)].slice(0, MAX_DIALOGS).reverse()) {
      const own = lists.filter(({ element }) => dialog.contains(element));
      if (own.length === 0 || !reader.legible(dialog)) continue;
      const faces = facesOf(dialog.getAttribute('aria-label') ?? '', [dialog], [], reader);
      if (ASKING.test(`${faces.main} · ${faces.headings}`)) continue;
      if (kindOf(faces, facts(own.flatMap(({ lines }) => lines))) !== 'none') return { lists: own, faces };
    }
  return null;
}
