/** What the native host says on stderr when it doesn't serve; browsers write it into their log, people see it in a terminal. */
export const hostProcessWords = {
  'host.notTheExtension':
    'Countersign’s token helper is started by the browser for the Countersign extension, and answers nobody else. For what you can do here: countersign-host help',
  'host.openToOthers':
    'not started, because other accounts of this computer may change {path}. Install the token helper where only you or the administrator may write.',
} as const;
