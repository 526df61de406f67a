/** Words of the keys that lie on this computer: changing a password, deleting a key. */
export const keyWords = {
  'keys.holder-or-pic': 'the key’s holder or the pharmacist in charge',
} as const;
