/**
 * The numbers of PKCS #11 (OASIS, version 3.1) that are used here, under the standard's own names.
 * https://docs.oasis-open.org/pkcs11/pkcs11-spec/v3.1/pkcs11-spec-v3.1.html
 */
export const CKF = {
  OS_LOCKING_OK: 0x2n,
  SERIAL_SESSION: 0x4n,
  TOKEN_PRESENT: 0x1n,
  LOGIN_REQUIRED: 0x4n,
  PROTECTED_AUTHENTICATION_PATH: 0x100n,
  TOKEN_INITIALIZED: 0x400n,
  USER_PIN_COUNT_LOW: 0x1_0000n,
  USER_PIN_FINAL_TRY: 0x2_0000n,
  USER_PIN_LOCKED: 0x4_0000n,
  USER_PIN_TO_BE_CHANGED: 0x8_0000n,
} as const;

export const CKU = { USER: 1n, CONTEXT_SPECIFIC: 2n } as const;

export const CKO = { CERTIFICATE: 1n, PRIVATE_KEY: 3n } as const;

export const CKC = { X_509: 0n } as const;

export const CKK = { RSA: 0n, EC: 3n } as const;

export const CKA = {
  CLASS: 0x0n,
  LABEL: 0x3n,
  VALUE: 0x11n,
  CERTIFICATE_TYPE: 0x80n,
  KEY_TYPE: 0x100n,
  ID: 0x102n,
  MODULUS: 0x120n,
  EC_POINT: 0x181n,
  ALWAYS_AUTHENTICATE: 0x202n,
} as const;

export const CKM = { RSA_PKCS: 0x1n, ECDSA: 0x1041n } as const;

/** States of a session in which a user is logged in. */
export const CKS_USER: readonly bigint[] = [1n, 3n];
