import { found } from './found';
import type { Found } from './found';
import type { Labelled } from './inline';
import type { Reader, Segment } from './reader';

const STATE =
  /^(?:order (?:has been |was |is )?|your order (?:has been |was |is )?|status:? )?(not accepted|accepted|rejected|refused|declined|pending(?: csos)?(?: \w+)?|signed|submitted|received|partially (?:shipped|received)|partly (?:shipped|received)|shipped|cancell?ed|complete[d]?|void|processing|in process|open|closed|awaiting \w+(?: \w+)?|back-?ordered)\b/i;
const STATEMENT = /^(?:(?:order )?(?:not accepted|rejected|refused|declined))\b\s*[:.–—-]\s*(.{3,})/i;

export interface Stand {
  readonly state: Found | null;
  readonly statement: Found | null;
}

/** What the page says has become of the order: a labelled status, an alert, or a heading that is a state. */
export function standOf(
  labelled: readonly Labelled[],
  stream: readonly Segment[],
  document: Document,
  reader: Reader,
): Stand {
  const stated = labelled.find((value) => value.field === 'state' && reader.visible(value.element));
  const announced = [
    ...document.querySelectorAll(
      '[role="status"],[role="alert"],h1,h2,h3,[class*="status"],[class*="alert"],[class*="message"],[class*="banner"],strong',
    ),
  ]
    .filter((element) => (element.textContent ?? '').length < 400 && reader.visible(element))
    .flatMap((element) =>
      reader
        .segments(element)
        .slice(0, 2)
        .map((segment) => segment.text),
    );
  const spoken = announced.find((text) => STATE.test(text));
  const full =
    stated?.text ??
    spoken ??
    stream.find(
      (segment) =>
        segment.text.length < 300 && STATEMENT.test(segment.text) && reader.visible(segment.element),
    )?.text ??
    null;
  const reason = labelled.find((value) => value.field === 'reason' && reader.visible(value.element));
  const inline = [full, ...announced].map((text) => STATEMENT.exec(text ?? '')?.[1]).find(Boolean) ?? null;
  const word = full === null ? null : stated ? stated.text : (STATE.exec(full)?.[1] ?? full);
  return {
    state: word === null ? null : found(word, stated?.label ?? null, stated ? 0.95 : 0.8),
    statement: inline
      ? found(inline, null, 0.9)
      : reason && full
        ? found(reason.text, reason.label, 0.85)
        : null,
  };
}
