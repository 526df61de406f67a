/** The panel's own fixed words, and what a page's script is told. Content scripts load these alone. */
export const pageWords = {
  'panel.region': 'Countersign: this page’s order',
  'panel.collapse': 'Collapse',
  'panel.expand': 'Expand',
  'panel.move': 'Move the panel. Arrow keys move it to another corner.',
  'panel.review': 'Review and sign',
  'panel.prepare': 'Ready to sign',
  'panel.track': 'Track this order',
  'panel.place': 'Place the signed order',
  'panel.receive': 'Record receipt',
  'panel.lines': 'Lines',
  'panel.lineOf': '{packages} × {size}',
  'panel.lineUnknown': 'not read',
  'panel.more': { one: '{count} more line', other: '{count} more lines' },
  'panel.unreceivedCount': { one: '{count} order not received', other: '{count} orders not received' },
  'panel.order': 'Order {number}: {state}',
  'panel.orderWithoutNumber': 'This order: {state}',
  'panel.working': 'Working…',
  'panel.failed':
    'This could not be done ({code}). Nothing was signed. Open Countersign from the toolbar to see more.',
  'panel.updated': 'Countersign was updated. Reload this page to go on.',
  'pageApi.malformed':
    'The order handed over does not have the form that the page API asks for. Nothing was signed.',
  'pageApi.replayed': 'This question was asked before. Ask anew with a fresh nonce.',
  'pageApi.busy': 'Too many questions are open on this page. Wait until one is answered.',
  'pageApi.failed': 'The request could not be passed on ({code}). Nothing was signed.',
} as const;
