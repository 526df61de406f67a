/** With this the host starts itself as the process that loads a PKCS#11 module. */
export const CHILD_ARGUMENT = 'pkcs11-child';

/** Behind it: where the child answers. Not stdout, because vendors' modules print there. */
export const ANSWERS_FD = 3;
