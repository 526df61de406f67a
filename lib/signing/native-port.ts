/** A connection to the native host as a browser gives it, injected so that the room stays free of the browser. */
export interface NativePort {
  post(message: object): void;
  onMessage(heard: (message: unknown) => void): void;
  /** Called once when the host ended or couldn't be started; `reason` is the browser's own message, null where it says none. */
  onDisconnect(ended: (reason: string | null) => void): void;
  /** Ends the host: its process, the token's session and whatever it held. */
  close(): void;
}

/** The door to the native host. Each connection is a process of its own. */
export interface NativeDoor {
  /** Whether the user allowed the extension to talk to native programs. */
  mayConnect(): Promise<boolean>;
  connect(): NativePort;
}
