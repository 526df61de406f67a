import { found, foundStatement } from './found';
import type { Found } from './found';
import type { Labelled } from './inline';
import { fieldsOfLabel } from './label';
import type { Reader, Segment } from './reader';

const REFUSED = 'not accepted|rejected|refused|declined';
const WORDS = `${REFUSED}|accepted|approved|pending(?: \\w+){0,3}|awaiting(?: \\w+){1,3}|signed|submitted|received|(?:partially|partly) (?:shipped|received)|not shipped|shipped|delivered|in transit|cancell?ed|completed?|void(?:ed)?|processing|in process|back-?ordered`;
/** A badge: nothing but the state. */
const BADGE = new RegExp(`^(?:${WORDS})[.!]?$`, 'i');
/** "Your order was submitted", "Order accepted." */
const SPOKEN = new RegExp(
  `^(?:your |this |the )?(?:csos )?order (?:has been |was |is )?(${WORDS})(?=[.!,:]|$| (?:on|at|by|and|for)\\b)`,
  'i',
);
/** "Not accepted: the certificate was revoked." in one stretch or two. */
const STATEMENT = new RegExp(`^(?:order )?(${REFUSED})\\b\\s*[:.–—-]\\s*(.*)$`, 'i');
const NAVIGATION =
  'nav,a,button,label,option,[role="tab"],[role="menuitem"],[role="link"],th,[role="columnheader"]';

export interface Stand {
  readonly state: Found | null;
  /** The supplier's reason, where the order was not accepted (21 CFR 1305.25). */
  readonly statement: Found | null;
}

/** What the page says has become of the order: a labelled status, a badge, or a sentence that says it. */
export function standOf(labelled: readonly Labelled[], stream: readonly Segment[], reader: Reader): Stand {
  const isSaid = (segment: Segment) =>
    !segment.editable && !segment.element.closest(NAVIGATION) && reader.legible(segment.element);
  const stated = labelled.find(
    (value) => value.field === 'state' && !value.editable && reader.legible(value.element),
  );
  const at = stream.findIndex((segment) => STATEMENT.test(segment.text) && isSaid(segment));
  const refusal = at < 0 ? null : STATEMENT.exec(stream[at]?.text ?? '');
  const badge = stream.find((segment) => BADGE.test(segment.text) && isSaid(segment));
  const sentence = stream.find((segment) => SPOKEN.test(segment.text) && isSaid(segment));
  const state = stated
    ? found(stated.text, stated.label, 0.95)
    : refusal
      ? found(refusal[1] as string, null, 0.9)
      : badge
        ? found(badge.text.replace(/[.!]$/, ''), null, 0.85)
        : sentence
          ? found(SPOKEN.exec(sentence.text)?.[1] as string, null, 0.85)
          : null;
  return {
    state,
    statement:
      state && statementOf(state, refusal?.[2] ?? reasonIn(stated?.text), stream[at + 1], labelled, reader),
  };
}

/** "Status: Not accepted: the certificate was revoked." */
function reasonIn(stated: string | undefined): string | null {
  return STATEMENT.exec(stated ?? '')?.[2] || null;
}

function statementOf(
  state: Found,
  inline: string | null,
  next: Segment | undefined,
  labelled: readonly Labelled[],
  reader: Reader,
): Found | null {
  if (!new RegExp(REFUSED, 'i').test(state.text)) return null;
  if (inline) return foundStatement(inline, null, 0.9);
  if (inline === '' && next && next.text.length > 7 && fieldsOfLabel(next.text).length === 0)
    return foundStatement(next.text, null, 0.9);
  const reason = labelled.find((value) => value.field === 'reason' && reader.legible(value.element));
  return reason ? foundStatement(reason.text, reason.label, 0.85) : null;
}

/** The badge among the segments of one order. */
export function stateIn(segments: readonly Segment[]): string | null {
  return segments.find(({ text, editable }) => !editable && BADGE.test(text))?.text ?? null;
}
