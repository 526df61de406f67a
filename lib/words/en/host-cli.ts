/** What `countersign-host` says to whoever installs it or looks for a fault. */
export const hostCliWords = {
  'host.usage': `Usage: countersign-host install|uninstall|status|diagnose [options]

The token helper of Countersign: the browser starts it when an order is signed with a USB token or smart card.

  install      lets browsers start this helper
  uninstall    takes that back; leaves what belongs to another copy or another program
  status       tells which browsers know this helper
  diagnose     tries what signing with a token needs, without a PIN

  --browser NAME   chrome, chromium, edge, brave, firefox or all; may be repeated.
                   Without it: the browsers found on this computer
  --system         for all users of this computer (needs an administrator); without it: for you alone
  --dry-run        tells what would be changed and changes nothing
  --json           status and diagnose: answer as JSON
  --version, --help

Ends with 0: done, or everything in order. 1: something could not be done, or diagnose found a fault.
2: wrong usage. 3: no browser found, or status: a browser here doesn't know this helper.`,
  'host.title': 'Countersign Host {version}, {path}',
  'host.notTheExtension':
    'only the Countersign extension may start this program. To install or check it, run “countersign-host help”.',
  'host.openToOthers':
    '{path} may be changed by other users of this computer, so nothing is signed here. Let its owner alone write to it, or install the helper for all users (--system).',
  'host.usage.command': '“{value}” is no command. Run “countersign-host help”.',
  'host.usage.option': '{detail}. Run “countersign-host help”.',
  'host.usage.browser': '“{value}” is no browser that is known here. Known: {known}.',
  'host.usage.system': 'This system ({platform}) is not supported: Linux, macOS and Windows are.',
  'host.noProgram':
    'The helper’s program is not at {path}, so browsers could not start it. Build or unpack the whole folder, then try again.',
  'host.noBrowser':
    'No known browser was found on this computer. Name one with --browser to install for it all the same.',
  'host.asRoot':
    'You are the administrator (root): this concerns your own browsers only. For all users, add --system.',
  'host.dryRun': 'Nothing is changed (--dry-run). Otherwise:',
  'host.line': '{browser}: {text}',
  'host.restart': 'Restart the browser if it is open, then add the token in Countersign under Certificates.',

  'host.done.installed': 'knows the helper now ({path})',
  'host.done.updated': 'knew another helper or extension; names this one now ({path})',
  'host.done.unchanged': 'knew the helper already ({path})',
  'host.done.removed': 'doesn’t know the helper any more ({path})',
  'host.done.nothing-there': 'doesn’t know the helper; nothing to remove',
  'host.done.failed':
    'not done: {path} could not be changed ({detail}). With --system an administrator’s rights are needed; otherwise see who owns that folder.',
  'host.left': 'left as it is: {why}',
  'host.unsafe.writable':
    'refused: {path} may be changed by other users of this computer, who could put another program in the helper’s place. Take their right to write to it (chmod go-w), or install the helper elsewhere.',
  'host.unsafe.owner':
    'refused: {path} belongs to another user, who could put another program in the helper’s place. Put the helper where it belongs to you, or for all users to root.',
  'host.unsafe.place':
    'refused: {path} lies in a folder that other users of this computer may be able to change. Put the helper into Program Files, or for yourself alone into your user folder.',

  'host.state.installed': 'knows this helper',
  'host.state.missing': 'doesn’t know the helper',
  'host.state.other-path': 'knows another copy of the helper: {path}',
  'host.state.program-missing': 'knows a helper that is gone: {path}. Run “countersign-host install”',
  'host.state.other-extension': 'knows this helper for another extension. Run “countersign-host install”',
  'host.state.foreign': 'another program’s file is at {path}',
  'host.state.unreadable': '{path} can’t be read ({detail})',
  'host.scope.user': 'you',
  'host.scope.system': 'all users',
  'host.scope': '{text} (for {scope})',
  'host.notThere': 'not found on this computer',

  'host.check.ok': 'ok      {check}: {detail}',
  'host.check.fault': 'FAULT   {check}: {detail}',
  'host.check.absent': 'not on this computer ({path})',
  'host.check.tokens': { one: '{path}, {count} token', other: '{path}, {count} tokens' },
  'host.checks.ok': 'No fault found.',
  'host.checks.faults': { one: '{count} fault found.', other: '{count} faults found.' },
} as const;
