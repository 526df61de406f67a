/** Bringing a key in, from a file or with a token, and deleting one, which write two databases, happen one after the other over all windows. */
export const KEY_TURN = 'keys';
