import { ServicesProvider } from '@/components/page/services';
import { Workspace } from '@/components/workspace/workspace';
import type { Desk } from '@/lib/desk';
import { fakeDesk, fakeServices } from './fake-desk';

/** The workspace at an address, over a desk that answers fixtures. */
export function at(path: string, desk: Partial<Desk> = {}, granted = true) {
  location.hash = path;
  return (
    <ServicesProvider
      value={fakeServices({
        desk: fakeDesk(desk),
        sites: { request: async () => true, granted: async () => granted },
      })}
    >
      <Workspace />
    </ServicesProvider>
  );
}
