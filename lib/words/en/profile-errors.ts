/** What goes wrong with profiles of portals. */
export const profileErrorWords = {
  'portal/profile-file-unreadable':
    'This file doesn’t hold portal profiles ({detail}). Nothing was kept. Choose a file that Countersign saved under Suppliers.',
  'portal/profile-malformed':
    'Entry {entry} is not a portal profile ({detail}). It was not taken. Ask whoever made it to correct that entry.',
  'portal/set-by-policy':
    '{name} is set by your IT, and a change here would be undone by it. Ask your IT to change it.',
  'portal/supplier-unknown':
    'No supplier with this site is set up, so what you taught was not kept. Add the supplier under Suppliers, then teach again.',
  'portal/nothing-to-undo': 'Nothing that was taught for {name} is left to undo. Its rules are as they were.',
} as const;
