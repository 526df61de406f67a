/** The name under which browsers find the native host. */
export const HOST_NAME = 'countersign.host';

/** Raised with every change that the other side must know of. */
export const PROTOCOL = 1;

/** The extension as each browser names it to a native host: the only callers that are heard (attacks.md 94). */
export const EXTENSION_IDS = Object.freeze({
  /** Chromium, Chrome, Edge, Brave: fixed by the manifest's `key`. */
  chromium: 'jmlcigkhofnmhncopmcmgjamdikaophc',
  firefox: 'countersign@countersign.example',
});
