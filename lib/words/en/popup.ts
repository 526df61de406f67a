/** Words of the popup. */
export const popupWords = {
  'popup.due': { one: '{count} thing is due', other: '{count} things are due' },
  'popup.ready': { one: 'Ready to sign: {count} order', other: 'Ready to sign: {count} orders' },
  'popup.later': { one: 'Not yet due: {count} thing', other: 'Not yet due: {count} things' },
  'popup.watch': 'Out of the usual',
  'popup.watch-limit': 'This month stands at {share}% of your limit.',
  'popup.watch-months': 'Units by month, the running one last: {units}',
  'popup.workspace': 'Open workspace',
  'popup.sign-in': 'Sign in',
  'popup.switch': '{name}: switch person',
  'popup.setup-fresh': 'Set up Countersign first',
  'popup.setup': {
    one: 'Set-up isn’t finished: {count} step is left',
    other: 'Set-up isn’t finished: {count} steps are left',
  },
  'popup.start-setup': 'Start set-up',
  'popup.finish-setup': 'Finish set-up',
  'popup.site': 'Countersign doesn’t read this site yet:',
  'popup.allow-site': 'Allow Countersign on this site',
  'popup.site-allowed': 'Countersign may read this site:',
  'popup.teach': 'Order not read? Point it out',
  'popup.fault-elsewhere':
    'Something failed that the workspace explains ({code}). Open it to see what to do.',
} as const;
