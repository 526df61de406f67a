import type { DeaNumber } from '@/lib/base';
import { useServices } from '../../page/services';
import { useAct } from '../../ui/use-act';

/** Makes this computer work for another location; everything that is on show reads anew. */
export function useChooseLocation() {
  const { desk, send } = useServices();
  const { busy, fault, act } = useAct();
  const choose = (deaNumber: DeaNumber) =>
    act(async () => {
      await desk.chooseRegistrant(deaNumber);
      await send('archive.changed', {});
      // What any window wrote is read when a window is looked at again; this one is being looked at.
      window.dispatchEvent(new Event('focus'));
    });
  return { busy, fault, choose };
}
