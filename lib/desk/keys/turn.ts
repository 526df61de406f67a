/** Bringing a key in and deleting one, each of which writes two databases, happen one after the other over all windows. */
export const KEY_TURN = 'keys';
