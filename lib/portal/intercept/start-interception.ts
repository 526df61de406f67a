import { submitControl } from './control';
import { isAside } from './is-aside';
import { submitsOrder } from './submit-form';

export interface InterceptOptions<Hold> {
  /** Asked at each press of a submit control: whether it is held, and by what. Quick; may read the page. */
  readonly isHeld: () => Hold | null;
  /** Once the press is held. `control` is where the focus belongs afterwards. */
  readonly onHeld: (hold: Hold, control: HTMLElement) => void;
  /** The portal's own submit controls by its profile: selectors. */
  readonly submits: () => readonly string[];
  /** Something in here failed: it has ended itself, and the page works as without it. */
  readonly onFault: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** What comes before a click, and may be all that a page listens to. */
const BEFORE = ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend'] as const;
/**
 * One press: what was found out at its first event holds for the rest of it, and what is submitted within it is caused by it.
 */
const PRESS_MS = 1_000;

/**
 * Holds presses on the portal's own submit, in the capture phase of the window and so before the page's own handlers: the
 * mouse, a finger, Enter and Space on a control, Enter in a field, `requestSubmit` by a script. Only what a person's press
 * caused is looked at; a click that a script made up passes, so that a page can't find out by one whether it would be held
 * (what it submits right after a press is looked at as a submission; what it submits without one passes as well). `form.submit()` fires no event and passes. Nothing of the page is
 * replaced, and no press is ever repeated for a person: that would be a press without one, which portals may refuse, and
 * orders leave by people alone.
 */
export function startInterception<Hold>(document: Document, options: InterceptOptions<Hold>): void {
  const { isHeld, onHeld, submits, onFault, signal } = options;
  const ended = new AbortController();
  const listening = { capture: true, signal: AbortSignal.any([signal, ended.signal]) };
  let press: { readonly control: HTMLElement; readonly hold: Hold | null; readonly at: number } | null = null;

  /** When a person last pressed something, by the clock that all windows of the page share. */
  let actedAt = -Infinity;
  const momentOf = (event: Event) => (viewOf(event) ?? window).performance.timeOrigin + event.timeStamp;

  const controlOf = (path: readonly EventTarget[]): HTMLElement | null => {
    const control = submitControl(path, submits());
    return control && !isAside(control, submits()) ? control : null;
  };
  const holdOf = (control: HTMLElement, at: number): Hold | null => {
    if (press?.control !== control || at - press.at > PRESS_MS) press = { control, hold: isHeld(), at };
    return press.hold;
  };
  const stop = (event: Event, hold: Hold, control: HTMLElement) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    press = null;
    onHeld(hold, control);
  };
  const guarded =
    <E extends Event>(look: (event: E) => void) =>
    (event: E) => {
      if (!event.isTrusted) return;
      try {
        look(event);
      } catch (error) {
        ended.abort();
        onFault(error);
      }
    };

  const before = guarded((event: Event) => {
    actedAt = momentOf(event);
    const control = controlOf(event.composedPath());
    if (control && holdOf(control, event.timeStamp) !== null) event.stopImmediatePropagation();
  });
  const click = guarded((event: Event) => {
    actedAt = momentOf(event);
    const control = controlOf(event.composedPath());
    const hold = control && holdOf(control, event.timeStamp);
    if (control && hold) stop(event, hold, control);
  });
  const key = guarded((event: KeyboardEvent) => {
    actedAt = momentOf(event);
    if ((event.key !== 'Enter' && event.key !== ' ') || event.isComposing) return;
    // In a field it is writing; what it submits comes as a submission.
    const [target] = event.composedPath();
    const control = target && controlOf([target]);
    const hold = control && holdOf(control, event.timeStamp);
    if (control && hold) stop(event, hold, control);
  });
  const submit = guarded((event: SubmitEvent) => {
    if (momentOf(event) - actedAt > PRESS_MS) return;
    const form = event.target as HTMLFormElement;
    if (!submitsOrder(form, event.submitter, submits())) return;
    if (event.submitter && isAside(event.submitter, submits())) return;
    const control = event.submitter ?? focusedIn(form);
    const hold = holdOf(control, event.timeStamp);
    if (hold) stop(event, hold, control);
  });

  const attend = (view: Window) => {
    for (const type of BEFORE) view.addEventListener(type, before, listening);
    view.addEventListener('click', click, listening);
    view.addEventListener('keydown', key, listening);
    view.addEventListener('submit', submit, listening);
  };
  const { defaultView } = document;
  if (!defaultView) return;
  attend(defaultView);
  // Frames that the page itself wrote have no script of ours; a written document forgets who listened.
  const attendFrame = guarded(({ target }: Event) => {
    const written = writtenView(target);
    if (written) attend(written);
  });
  defaultView.addEventListener('load', attendFrame, listening);
  for (const frame of document.querySelectorAll('iframe')) {
    const written = writtenView(frame);
    if (written) attend(written);
  }
}

/** The window of a frame that the page wrote itself (`about:blank`, `srcdoc`); null for any other. */
function writtenView(target: EventTarget | null): Window | null {
  const { contentDocument } = target as Partial<HTMLIFrameElement>;
  return contentDocument?.URL.startsWith('about:') ? contentDocument.defaultView : null;
}

function viewOf({ target }: Event): Window | null {
  return (target as Partial<Node>).ownerDocument?.defaultView ?? null;
}

function focusedIn(form: HTMLFormElement): HTMLElement {
  const focused = form.ownerDocument.activeElement;
  return focused && form.contains(focused) ? (focused as HTMLElement) : form;
}
