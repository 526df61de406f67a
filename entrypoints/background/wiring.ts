import type { DeskPorts } from '@/lib/desk';
import type { CrlStore } from '@/lib/desk/background';
import type { KeySession } from '@/lib/signing';
import type { Holds } from './holds';
import type { Looker } from './looker';
import type { createSignWindow } from './sign-window';
import type { Waiters } from './waiters';

/** What opens once per worker and takes a moment: databases first of all. */
export type Opened = Promise<{ readonly ports: DeskPorts; readonly crls: CrlStore }>;

/** Everything a handler may need of this context. */
export interface Wiring {
  readonly opened: Opened;
  readonly keys: KeySession;
  readonly signWindow: ReturnType<typeof createSignWindow>;
  readonly looker: Looker;
  readonly holds: Holds;
  readonly waiters: Waiters;
  /** Something was recorded: waiting sites, badge, notification and open panels follow. */
  readonly changed: () => void;
}
