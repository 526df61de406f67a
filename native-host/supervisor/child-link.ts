import type { Readable, Writable } from 'node:stream';

/** A running child, as the supervisor sees it: tests put a pretended one in its place. */
export interface ChildLink {
  readonly requests: Writable;
  /** Ends when the child does. */
  readonly answers: Readable;
  /** SIGKILL: a module that hangs listens to nothing else. */
  kill(): void;
}
