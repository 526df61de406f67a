declare const VERIFIER_VERSION: string;

/** The version of package.json, put in when the verifier is built. */
export const version: string = VERIFIER_VERSION;
