/** What the background says in the in-page panel; the panel's own few fixed words are with the panel. */
export const panelWords = {
  'panel.title.order': { one: 'Order with {count} line', other: 'Order with {count} lines' },
  'panel.title.watching': 'Orders with this supplier',
  'panel.unreceived': {
    one: '{count} package of order {number} is not recorded as received.',
    other: '{count} packages of order {number} are not recorded as received.',
  },
  'panel.expected': 'Order {number} of {date} is expected. Record it when it arrives.',
  'panel.no-number': 'without number yet',
  'panel.missing': '{stated} lines stated, {shown} shown here: scroll through the list.',
  'panel.doubt': '{field} not sure',
  'panel.hold.stop': 'This order asks for a reason on record before it goes (21 CFR 1301.74(b)).',
  'panel.hold.unsigned':
    'Schedule II is on this order, and it is not signed with Countersign (21 CFR 1305.21). Go back to Review and sign.',
  'panel.hold.untracked':
    'Schedule II is on this order, and it is not tracked. Go back to Track this order, so that its receipt is not missed (21 CFR 1305.22(g)).',
  'panel.hold.recorded': 'Your reason is on record. Press the page’s own button again to submit the order.',
  'panel.notice.setup': 'Finish the set-up of Countersign before you sign: open it from the toolbar.',
  'panel.notice.unknown-supplier':
    'This supplier is not set up yet. Add its name, address and DEA number under Suppliers.',
  'panel.notice.tracked':
    'The order is tracked. Sign it here on the supplier’s page; its number is picked up afterwards.',
  'panel.notice.tracked-unread':
    'The order is tracked. The NDC directory couldn’t be read, so products whose text says too little aren’t counted until it is read in again. Sign the order here on the supplier’s page.',
  'panel.notice.signed':
    'This order is signed. Press the supplier’s own Submit; until its page confirms the order, it counts as not submitted.',
  'panel.notice.signed-file':
    'This order is signed. Save its file from the order’s page in Countersign and hand it to the supplier; until then it counts as not submitted.',
  'panel.differs': 'Stop: this page is no longer what was signed as order {number}.',
  'panel.differs.next':
    'Put it back as it was before you submit it; or cancel the signed order and sign this one anew.',
  'panel.notice.changed':
    'The page changed after its review was begun: what is in the sign window can’t be signed any more. Press Review and sign again.',
  'panel.notice.prepared': 'The order is under Ready to sign.',
  'panel.notice.waiting': 'Another order is open in the sign window. This one waits under Ready to sign.',
} as const;
