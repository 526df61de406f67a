import type { Send } from '@/lib/messages';

/** The site in the current tab, as far as it may be asked about. */
export interface CurrentSite {
  readonly host: string;
  /** Match pattern to ask for, such as `https://portal.example.com/*`. */
  readonly pattern: string;
  readonly granted: boolean;
  readonly tabId: number;
}

/** What the popup needs from outside. It opens no database: everything it shows comes in one `due.get`. */
export interface PopupServices {
  readonly send: Send;
  readonly openWorkspace: (path: string) => void;
  readonly currentSite: () => Promise<CurrentSite | null>;
  /** Asks the browser's own question; must be the first thing in a click. */
  readonly requestSite: (pattern: string) => Promise<boolean>;
  readonly close: () => void;
}
