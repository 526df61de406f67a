import { limits } from '@/lib/base/light';
import { say } from '@/lib/words/page';
import { button } from './body';
import { element } from './element';
import type { OwnHost } from './own-host';
import { createPressGuard } from './press-guard';

export interface HoldQuestion {
  /** Why the press was held: finished sentences. */
  readonly reasons: readonly string[];
  /** What the pressed control is called on the page. */
  readonly control: string;
  /** Null: go back. Otherwise why the order is to be submitted anyway. Called once, whatever becomes of the page. */
  readonly onDecided: (reason: string | null) => void;
}

/** What a page may hear of keys and clicks in here besides: nothing that bubbles. */
const KEPT_IN = ['keydown', 'keyup', 'keypress', 'input', 'click', 'mousedown', 'pointerdown'] as const;
const NAME_SHOWN = 40;

/**
 * The question after a press was held, in the browser's top layer, so that nothing of the page lies over it. A page that hides
 * it, or takes it out, gets the press back: it works as without us. Answers the way to close it.
 */
export function askAboutHold(root: ShadowRoot, own: OwnHost, question: HoldQuestion): () => void {
  const folded = question.control.replace(/\s+/g, ' ').trim();
  const name = folded.length > NAME_SHOWN ? `${folded.slice(0, NAME_SHOWN)}…` : folded;
  let decided = false;
  // A double click on the page's button is no answer.
  let armed = false;
  const arming = setTimeout(() => (armed = true), limits.signArmDelayMs);

  const decide = (reason: string | null) => {
    if (decided) return;
    decided = true;
    clearTimeout(arming);
    sizes?.disconnect();
    guard.end();
    if (dialog.open) dialog.close();
    dialog.remove();
    question.onDecided(reason);
  };

  const field = element('textarea', {
    id: 'hold-reason',
    rows: '3',
    maxlength: String(limits.reasonMaxLength),
    'aria-describedby': 'hold-error',
  });
  const error = element('p', { class: 'gap', id: 'hold-error', role: 'alert' });
  const submit = (press: MouseEvent) => {
    if (!guard.allows(press)) {
      error.textContent = say('panel.covered');
      return;
    }
    const reason = field.value.trim();
    if (reason.length >= limits.reasonMinLength) return decide(reason);
    error.textContent = say('hold.reasonMissing', { min: limits.reasonMinLength });
    field.focus();
  };
  const title = element('h2', { id: 'hold-title', tabindex: '-1' }, say('hold.title'));
  const dialog = element(
    'dialog',
    { class: 'hold', 'aria-labelledby': 'hold-title', 'aria-describedby': 'hold-why' },
    title,
    element('p', { class: 'small' }, say('hold.held', { name })),
    element('ul', { id: 'hold-why' }, ...question.reasons.map((reason) => element('li', {}, reason))),
    element('label', { for: 'hold-reason' }, say('hold.reason', { min: limits.reasonMinLength })),
    field,
    error,
    element('p', { class: 'small' }, say('hold.again', { name })),
    element(
      'div',
      { class: 'actions' },
      button({ class: 'main' }, say('hold.back'), () => armed && decide(null)),
      button({}, say('hold.anyway'), (press) => armed && submit(press)),
    ),
  );
  const guard = createPressGuard(own, dialog);
  dialog.addEventListener('close', () => decide(null));
  for (const type of KEPT_IN) dialog.addEventListener(type, (event) => event.stopPropagation());
  root.append(dialog);
  dialog.showModal();
  guard.begin();
  title.focus();
  const sizes = watchSize(dialog, () => decide(null));
  return () => decide(null);
}

/** A modal dialog that isn't drawn would leave the page beside it dead. */
function watchSize(dialog: HTMLElement, onGone: () => void): ResizeObserver {
  const sizes = new ResizeObserver((entries) => {
    if (entries.some(({ contentRect }) => contentRect.height === 0) || !dialog.isConnected) onGone();
  });
  sizes.observe(dialog);
  return sizes;
}
