/** How `countersign-host` ends; scripts of a pharmacy's IT read it (docs/token-helper.md). */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  /** No browser here, or one that doesn't know the helper. */
  notInstalled: 3,
} as const;
