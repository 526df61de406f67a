/** Version of the text that a signer reads and accepts before the first real schedule II order (csos.md 3). A changed text asks anew. */
export const HONESTY_VERSION = '2026-11';
