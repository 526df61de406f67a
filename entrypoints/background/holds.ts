import { limits, oneAtATime } from '@/lib/base';
import type { PanelView } from '@/lib/desk';
import * as v from 'valibot';
import { browser } from 'wxt/browser';

const HELD = 'heldPresses';
const FORBIDDEN = 'forbidInterception';

const heldSchema = v.array(v.string());

/**
 * Which presses on suppliers' own submits were held before: kept over reloads and the worker's deaths, since a press is held
 * once for an order. Where it can't be read, nothing is held.
 */
export function createHolds() {
  const inTurn = oneAtATime();

  async function past(): Promise<readonly string[]> {
    const stored = v.safeParse(heldSchema, (await browser.storage.local.get(HELD))[HELD]);
    return stored.success ? stored.output : [];
  }

  return {
    /** The view as its page may have it: without a hold that was spent, or that the organisation doesn't want. */
    async apply(view: PanelView | null): Promise<PanelView | null> {
      if (!view?.hold) return view;
      const before = await past();
      const isSpent = view.hold.keys.every((key) => before.includes(key));
      return isSpent || (await isForbidden()) ? { ...view, hold: null } : view;
    },

    spend: (keys: readonly string[]): Promise<void> =>
      inTurn(async () => {
        const others = (await past()).filter((key) => !keys.includes(key));
        await browser.storage.local.set({ [HELD]: [...others, ...keys].slice(-limits.heldRemembered) });
      }),
  };
}

/** By managed policy; Firefox has no managed storage where there is no policy, and says so by an error. */
async function isForbidden(): Promise<boolean> {
  const managed: Record<string, unknown> = await browser.storage.managed.get(FORBIDDEN).catch(() => ({}));
  return managed[FORBIDDEN] === true;
}

export type Holds = ReturnType<typeof createHolds>;
