import { faultOf } from '@/lib/base/light';
import { say } from '@/lib/words/page';
import type { SeenPage } from '../evidence';
import { nameOf, startInterception } from '../intercept';
import type { createPanel, PanelContent, PanelHold } from '../panel';

export interface HoldPorts {
  /** A press was held by these keys: it isn't again. */
  readonly held: (keys: readonly string[]) => Promise<void>;
  /** The person submits anyway what was held by these keys, as it was read then; rejects with the background's fault. */
  readonly submitAnyway: (
    reason: string,
    page: SeenPage,
    keys: readonly string[],
  ) => Promise<PanelContent | null>;
  /** False once the extension was updated or removed under this page. */
  readonly isAlive: () => boolean;
  /** The site asks for the signature by itself (page API): an order isn't held for not being signed. */
  readonly asksItself: () => boolean;
}

export interface HoldOptions {
  readonly panel: Pick<ReturnType<typeof createPanel>, 'ask'>;
  /** What the panel shows now. */
  readonly shown: () => PanelContent | null;
  readonly show: (view: PanelContent) => void;
  readonly read: () => SeenPage;
  readonly submits: () => readonly string[];
  readonly signal: AbortSignal;
}

/** A press that is held, and what the page showed when it was. */
interface HeldPress extends PanelHold {
  readonly page: SeenPage;
}

/**
 * Holds a press on the page's own submit where the view says so, once, and asks. What goes wrong on the way costs the person no
 * press: with a dead background, a fault, or a question that the page hides, the next press passes.
 */
export function holdPresses(document: Document, ports: HoldPorts, options: HoldOptions): void {
  const { panel, shown, show, read, submits, signal } = options;
  const spent = new Set<string>();

  const isHeld = (): HeldPress | null => {
    const hold = shown()?.hold ?? null;
    if (!hold || hold.keys.every((key) => spent.has(key)) || !ports.isAlive()) return null;
    if (hold.unsignedOnly && ports.asksItself()) return null;
    // A page that became another one since it was last read is no order form any more.
    const page = read();
    return page.kind === 'order-form' && page.lines.length > 0 ? { ...hold, page } : null;
  };

  const onHeld = (hold: HeldPress, control: HTMLElement) => {
    const name = nameOf(control);
    panel.ask({
      reasons: hold.reasons,
      control: name,
      onDecided(reason) {
        control.focus();
        if (reason !== null) void submitAnyway(reason, hold, name);
      },
    });
    // A hold is spent once its question stands: one that couldn't be asked says nothing to anybody.
    for (const key of hold.keys) spent.add(key);
    // Where the background can't be told, the same order may be held once more after a reload.
    ports.held(hold.keys).catch((error: unknown) => {
      if (ports.isAlive()) onFault(error);
    });
  };

  const submitAnyway = async (reason: string, { page, keys }: HeldPress, name: string) => {
    try {
      // What was held is what the reason is for, whatever the page became meanwhile.
      const view = await ports.submitAnyway(reason, page, keys);
      if (view && !signal.aborted) show(view);
    } catch (error) {
      const view = shown();
      if (view) show({ ...view, notice: say('panel.holdFailed', { code: faultOf(error).code, name }) });
    }
  };

  startInterception(document, {
    isHeld,
    onHeld,
    submits,
    onFault,
    signal,
  });
}

function onFault(error: unknown): void {
  queueMicrotask(() => reportError(error));
}
