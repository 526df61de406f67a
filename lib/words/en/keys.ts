/** Words of the keys that lie on this computer: changing a password, deleting a key. */
export const keyWords = {
  'keys.holder-or-pic': 'the key’s holder or the pharmacist in charge',

  'keys.in-token': 'in the token “{label}”',
  'keys.change': 'Change password…',
  'keys.change-of': 'Change password… of {name}',
  'keys.change-title': 'Change the password for signing',
  'keys.change-more': 'Of the key of {name}. The old password holds until the new one is in its place.',
  'keys.old': 'Password for signing, as it is now',
  'keys.new': 'New password for signing',
  'keys.new-again': 'New password for signing, once more',
  'keys.new-differ': 'The two new passwords differ. Type the same one in both fields.',
  'keys.change-yes': 'Change password',
  'keys.changing': 'Changing the password…',
  'keys.changed':
    'The password of {name} was changed. The old one opens nothing any more, and the record says who changed it.',

  'keys.delete': 'Delete key…',
  'keys.delete-of': 'Delete key… of {name}',
  'keys.delete-title': 'Delete this key?',
  'keys.delete-name': 'The key of {name} on this computer.',
  'keys.delete-for-good':
    'It is gone for good: nothing can sign with it here, and nobody can bring it back without the certificate file that it came from.',
  'keys.delete-orders':
    'Orders that it signed stay as they are and can still be verified. The record says who deleted it.',
  'keys.delete-who': 'Only its holder or the pharmacist in charge can do this. Who is working: {name}.',
  'keys.delete-yes': 'Delete key for good',
  'keys.delete-no': 'Keep it',
  'keys.deleting': 'Deleting the key…',
  'keys.delete-done': 'The key of {name} was deleted, and the record says so.',

  'keys.forget': 'Remove…',
  'keys.forget-of': 'Remove… the token’s certificate of {name}',
  'keys.forget-title': 'Remove this token’s certificate?',
  'keys.forget-name': 'The certificate of {name}.',
  'keys.forget-more':
    'Countersign signs with this token no more until it is added again. The token keeps its key: nothing is deleted from it.',
  'keys.forget-yes': 'Remove certificate',
  'keys.forget-done': 'The token’s certificate of {name} was removed, and the record says so.',

  'keys.wait-over': 'The wait is over. You can try again now.',
} as const;
